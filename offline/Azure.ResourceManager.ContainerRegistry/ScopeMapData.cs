using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry;

public partial class ScopeMapData : ResourceData, IWireModel<ScopeMapData>
{
    public ScopeMapData()
    {
        Actions = new ChangeTrackingList<string>();
    }

    private ScopeMapData(JsonElement? json, JsonElement? properties)
        : base(json.Id("id"), json.Text("name"), json.Type(), json.SystemData())
    {
        Actions = properties.List("actions", action => action?.GetString());
        CreatedOn = properties.Date("creationDate");
        Description = properties.Text("description");
        ProvisioningState = properties.Text("provisioningState") is { } state ? new(state) : null;
        ScopeMapType = properties.Text("type");
    }

    public IList<string> Actions { get; }

    public DateTimeOffset? CreatedOn { get; }

    public string Description { get; set; }

    public ContainerRegistryProvisioningState? ProvisioningState { get; }

    public string ScopeMapType { get; }

    JsonObject IWireModel<ScopeMapData>.ToJson() => ScopeMapPatch.ToJson(Description, Actions);

    ScopeMapData IWireModel<ScopeMapData>.Read(JsonElement json) => new(json, ((JsonElement?)json).Member("properties"));
}
