using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryTokenCredentials
{
    public ContainerRegistryTokenCredentials()
    {
        Certificates = new ChangeTrackingList<ContainerRegistryTokenCertificate>();
        Passwords = new ChangeTrackingList<ContainerRegistryTokenPassword>();
    }

    internal ContainerRegistryTokenCredentials(JsonElement? json)
    {
        Certificates = json.List("certificates", certificate => new ContainerRegistryTokenCertificate(certificate));
        Passwords = json.List(
            "passwords",
            password => new ContainerRegistryTokenPassword(
                password.Date("creationTime"),
                password.Date("expiry"),
                password.Text("name") is { } name ? new(name) : null,
                password.Text("value")
            )
        );
    }

    public IList<ContainerRegistryTokenCertificate> Certificates { get; }

    public IList<ContainerRegistryTokenPassword> Passwords { get; }

    internal JsonObject ToJson() =>
        WireJson.Object(
            ("certificates", WireJson.Array(Certificates, certificate => certificate.ToJson())),
            ("passwords", WireJson.Array(Passwords, password => password.ToJson()))
        );
}
