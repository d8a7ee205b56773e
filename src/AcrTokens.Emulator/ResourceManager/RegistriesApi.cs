using System.Globalization;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Registries: get, and lists by resource group and by subscription.</summary>
internal sealed class RegistriesApi(EmulatorState state)
{
    public void Map(ArmSurface arm)
    {
        arm.MapRegistry("GET", ArmSurface.Registry, _ => ArmAnswer.Ok(Body()));
        arm.MapRegistry("GET", ArmSurface.Registries, _ => List());
        arm.MapRegistry("GET", "/subscriptions/{subscription}/providers/Microsoft.ContainerRegistry/registries", _ => List());
    }

    private ArmAnswer List() => ArmAnswer.Ok(new JsonObject { ["value"] = new JsonArray(Body()) });

    // The field order is assumed: no recording of a registry was transcribed.
    private JsonObject Body() => new()
    {
        ["type"] = "Microsoft.ContainerRegistry/registries",
        ["id"] = state.Identity.Id,
        ["name"] = state.Identity.RegistryName,
        ["location"] = state.Identity.Location,
        ["tags"] = new JsonObject(),
        ["sku"] = new JsonObject { ["name"] = "Premium", ["tier"] = "Premium" },
        ["properties"] = new JsonObject
        {
            ["loginServer"] = state.LoginServer,
            // Unlike the dates of tokens this one ends in Z.
            ["creationDate"] = state.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            ["provisioningState"] = "Succeeded",
            ["adminUserEnabled"] = state.Admin.Enabled,
        },
    };
}
