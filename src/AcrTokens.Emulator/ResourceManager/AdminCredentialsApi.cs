using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The registry's admin user: listCredentials and regenerateCredential.</summary>
internal static class AdminCredentialsApi
{
    public static void Map(ArmSurface arm)
    {
        arm.MapRegistry("POST", ArmSurface.Registry + "/listCredentials", "Registries_ListCredentials", List);
        arm.MapRegistry("POST", ArmSurface.Registry + "/regenerateCredential", "Registries_RegenerateCredential", Regenerate);
    }

    private static ArmReply Regenerate(ArmCall request)
    {
        RequireEnabled(request.Registry);
        var name = ResourceJson.StringAt(request.Json, "name") ?? throw ArmRefusals.Invalid("The property name is required.");
        return request.Registry.Admin.TryRegenerate(name)
            ? List(request)
            : throw ArmRefusals.Invalid($"The password name '{name}' is neither password nor password2.");
    }

    private static ArmReply List(ArmCall request)
    {
        RequireEnabled(request.Registry);
        return ArmReply.Ok(
            new JsonObject
            {
                ["username"] = request.Registry.Admin.Name,
                ["passwords"] = new JsonArray([
                    .. request.Registry.Admin.Passwords().Select(p => new JsonObject { ["name"] = p.Name, ["value"] = p.Value }),
                ]),
            }
        );
    }

    private static void RequireEnabled(RegistryState registry)
    {
        if (!registry.Admin.Enabled)
        {
            throw ArmRefusals.AdminUserDisabled(registry.Identity);
        }
    }
}
