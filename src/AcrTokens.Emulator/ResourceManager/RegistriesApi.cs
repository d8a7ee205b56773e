using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Registries: get, list by resource group and by subscription, and the only emulated change, to the admin user.</summary>
internal sealed class RegistriesApi(EmulatorState state)
{
    public void Map(ArmSurface arm)
    {
        arm.MapRegistry("GET", ArmSurface.Registry, "Registries_Get", r => ArmReply.Ok(Body(r, r.Registry)));
        arm.MapRegistry("PATCH", ArmSurface.Registry, "Registries_Update", Patch);
        arm.MapRegistry("GET", ArmSurface.Registries, "Registries_ListByResourceGroup", List);
        arm.MapRegistry("GET", ArmSurface.Subscription + "/providers/Microsoft.ContainerRegistry/registries", "Registries_List", List);
    }

    private ArmReply List(ArmCall request) => ListPage.Of(request, state.Registries, state.Options.PageSize, registry => Body(request, registry));

    // Assumed: done immediately, with 200. The specification has 201 as well.
    private ArmReply Patch(ArmCall request)
    {
        var unknown = request
            .Json.Where(field => field.Key != "properties" && !IsEmpty(field.Value))
            .Select(field => field.Key)
            .Concat(
                request.Properties.Where(field => field.Key != "adminUserEnabled" && !IsEmpty(field.Value)).Select(field => "properties." + field.Key)
            )
            .ToList();
        if (unknown.Count > 0)
        {
            throw ArmRefusals.NotEmulated("PATCH of", string.Join(", ", unknown));
        }

        switch (request.Properties["adminUserEnabled"])
        {
            case null:
                break;
            case JsonValue value when value.TryGetValue(out bool enabled):
                request.Registry.Admin.Enabled = enabled;
                break;
            default:
                throw ArmRefusals.Invalid("The value of adminUserEnabled is neither true nor false.");
        }

        return ArmReply.Ok(Body(request, request.Registry));
    }

    private JsonObject Body(ArmCall request, RegistryState registry) =>
        RegistryBody.Of(registry, state.Options.Sku, request.ApiVersion, state.Simulator.Current.Firewall);

    private static bool IsEmpty(JsonNode? node) => node is null or JsonObject { Count: 0 };
}
