using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryTokenCertificate
{
    public ContainerRegistryTokenCertificate() { }

    internal ContainerRegistryTokenCertificate(JsonElement? json)
    {
        EncodedPemCertificate = json.Text("encodedPemCertificate");
        ExpireOn = json.Date("expiry");
        Name = json.Text("name") is { } name ? new(name) : null;
        Thumbprint = json.Text("thumbprint");
    }

    public string EncodedPemCertificate { get; set; }

    public DateTimeOffset? ExpireOn { get; set; }

    public ContainerRegistryTokenCertificateName? Name { get; set; }

    public string Thumbprint { get; set; }

    internal JsonObject ToJson() =>
        WireJson.Object(
            ("name", Name?.ToString()),
            ("expiry", WireJson.Date(ExpireOn)),
            ("thumbprint", Thumbprint),
            ("encodedPemCertificate", EncodedPemCertificate)
        );
}
