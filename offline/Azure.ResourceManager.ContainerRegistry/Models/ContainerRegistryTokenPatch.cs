using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryTokenPatch : IWireModel<ContainerRegistryTokenPatch>
{
    public ContainerRegistryTokenPatch() { }

    public ContainerRegistryTokenCredentials Credentials { get; set; }

    public ResourceIdentifier ScopeMapId { get; set; }

    public ContainerRegistryTokenStatus? Status { get; set; }

    JsonObject IWireModel<ContainerRegistryTokenPatch>.ToJson() => ToJson(ScopeMapId, Status, Credentials);

    ContainerRegistryTokenPatch IWireModel<ContainerRegistryTokenPatch>.Read(JsonElement json) => throw CompileContract.Only();

    internal static JsonObject ToJson(
        ResourceIdentifier scopeMapId,
        ContainerRegistryTokenStatus? status,
        ContainerRegistryTokenCredentials credentials
    ) =>
        WireJson.Object(
            (
                "properties",
                WireJson.Object(("scopeMapId", scopeMapId?.ToString()), ("status", status?.ToString()), ("credentials", credentials?.ToJson()))
            )
        );
}
