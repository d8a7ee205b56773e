using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>listCredentials and regenerateCredential: the registry's admin user.</summary>
internal sealed class AdminCredentialsApi(EmulatorState state)
{
    public void Map(ArmSurface arm)
    {
        arm.MapRegistry("POST", ArmSurface.Registry + "/listCredentials", _ => List());
        arm.MapRegistry("POST", ArmSurface.Registry + "/regenerateCredential", Regenerate);
    }

    private ArmAnswer Regenerate(ArmRequest request)
    {
        RequireEnabled();
        var name = ArmJson.StringAt(request.Json, "name") ?? throw ArmErrors.Invalid("The property name is required.");
        return state.Admin.TryRegenerate(name)
            ? List()
            : throw ArmErrors.Invalid($"The password name '{name}' is neither password nor password2.");
    }

    private ArmAnswer List()
    {
        RequireEnabled();
        return ArmAnswer.Ok(new JsonObject
        {
            ["username"] = state.Admin.Name,
            ["passwords"] = new JsonArray([.. state.Admin.Passwords().Select(p => new JsonObject { ["name"] = p.Name, ["value"] = p.Value })]),
        });
    }

    private void RequireEnabled()
    {
        if (!state.Admin.Enabled)
        {
            throw ArmErrors.AdminUserDisabled(state.Identity);
        }
    }
}
