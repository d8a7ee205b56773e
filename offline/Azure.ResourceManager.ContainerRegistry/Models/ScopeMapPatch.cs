using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ScopeMapPatch : IWireModel<ScopeMapPatch>
{
    public ScopeMapPatch()
    {
        Actions = new ChangeTrackingList<string>();
    }

    public IList<string> Actions { get; }

    public string Description { get; set; }

    JsonObject IWireModel<ScopeMapPatch>.ToJson() => ToJson(Description, Actions);

    ScopeMapPatch IWireModel<ScopeMapPatch>.Read(JsonElement json) => throw CompileContract.Only();

    internal static JsonObject ToJson(string description, IList<string> actions) =>
        WireJson.Object(("properties", WireJson.Object(("description", description), ("actions", WireJson.Array(actions, action => action)))));
}
