using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry;

public partial class ContainerRegistryTokenData : ResourceData, IWireModel<ContainerRegistryTokenData>
{
    public ContainerRegistryTokenData() { }

    private ContainerRegistryTokenData(JsonElement? json, JsonElement? properties)
        : base(json.Id("id"), json.Text("name"), json.Type(), json.SystemData())
    {
        CreatedOn = properties.Date("creationDate");
        Credentials = properties.Member("credentials") is { } credentials ? new(credentials) : null;
        ProvisioningState = properties.Text("provisioningState") is { } state ? new(state) : null;
        ScopeMapId = properties.Id("scopeMapId");
        Status = properties.Text("status") is { } status ? new(status) : null;
    }

    public DateTimeOffset? CreatedOn { get; }

    public ContainerRegistryTokenCredentials Credentials { get; set; }

    public ContainerRegistryProvisioningState? ProvisioningState { get; }

    public ResourceIdentifier ScopeMapId { get; set; }

    public ContainerRegistryTokenStatus? Status { get; set; }

    JsonObject IWireModel<ContainerRegistryTokenData>.ToJson() => ContainerRegistryTokenPatch.ToJson(ScopeMapId, Status, Credentials);

    ContainerRegistryTokenData IWireModel<ContainerRegistryTokenData>.Read(JsonElement json) => new(json, ((JsonElement?)json).Member("properties"));
}
