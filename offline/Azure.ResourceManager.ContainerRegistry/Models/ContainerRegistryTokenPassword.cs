using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryTokenPassword
{
    public ContainerRegistryTokenPassword() { }

    internal ContainerRegistryTokenPassword(
        DateTimeOffset? createdOn,
        DateTimeOffset? expireOn,
        ContainerRegistryTokenPasswordName? name,
        string value
    )
    {
        CreatedOn = createdOn;
        ExpireOn = expireOn;
        Name = name;
        Value = value;
    }

    public DateTimeOffset? CreatedOn { get; set; }

    public DateTimeOffset? ExpireOn { get; set; }

    public ContainerRegistryTokenPasswordName? Name { get; set; }

    public string Value { get; }

    internal JsonObject ToJson() =>
        WireJson.Object(("creationTime", WireJson.Date(CreatedOn)), ("expiry", WireJson.Date(ExpireOn)), ("name", Name?.ToString()));
}
