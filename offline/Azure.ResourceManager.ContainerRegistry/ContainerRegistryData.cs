using System.Text.Json.Nodes;

namespace Azure.ResourceManager.ContainerRegistry;

public partial class ContainerRegistryData : TrackedResourceData, IWireModel<ContainerRegistryData>
{
    public ContainerRegistryData(AzureLocation location, ContainerRegistrySku sku)
        : base(location)
    {
        Sku = sku;
    }

    private ContainerRegistryData(JsonElement? json, JsonElement? properties)
        : base(
            json.Id("id"),
            json.Text("name"),
            json.Type(),
            json.SystemData(),
            new Dictionary<string, string>(),
            new AzureLocation(json.Text("location"))
        )
    {
        CreatedOn = properties.Date("creationDate");
        IsAdminUserEnabled = properties.Member("adminUserEnabled")?.GetBoolean();
        LoginServer = properties.Text("loginServer");
        ProvisioningState = properties.Text("provisioningState") is { } state ? new(state) : null;
        RoleAssignmentMode = properties.Text("roleAssignmentMode") is { } mode ? new(mode) : null;
        Sku = json.Member("sku").Text("name") is { } sku ? new(sku) : null;
    }

    public DateTimeOffset? CreatedOn { get; }

    public bool? IsAdminUserEnabled { get; set; }

    public string LoginServer { get; }

    public ContainerRegistryProvisioningState? ProvisioningState { get; }

    public ContainerRegistryRoleAssignmentMode? RoleAssignmentMode { get; set; }

    public ContainerRegistrySku Sku { get; set; }

    JsonObject IWireModel<ContainerRegistryData>.ToJson() => throw CompileContract.Only();

    ContainerRegistryData IWireModel<ContainerRegistryData>.Read(JsonElement json) => new(json, ((JsonElement?)json).Member("properties"));
}
