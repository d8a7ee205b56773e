using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The locks on a registry, as Resource Manager's REST reference has its list of them: those that are simulated.</summary>
internal sealed class LocksApi(EmulatorState state)
{
    public void Map(ArmSurface arm) =>
        arm.MapOwn("GET", ArmSurface.Registry + "/providers/Microsoft.Authorization/locks", "ManagementLocks_ListByScope", List);

    private ArmReply List(ArmCall request) =>
        ArmReply.Ok(
            new JsonObject
            {
                ["value"] =
                    state.Simulator.Current.Lock == EmulatorLock.None
                        ? new JsonArray()
                        : new JsonArray(Body(request.Registry.Identity.Id, state.Simulator.Current.Lock)),
            }
        );

    // Invented, as its name in every subscription is.
    private static JsonObject Body(string registry, EmulatorLock simulated) =>
        new()
        {
            ["properties"] = new JsonObject { ["level"] = $"{simulated}" },
            ["id"] = $"{registry}/providers/Microsoft.Authorization/locks/simulated",
            ["type"] = "Microsoft.Authorization/locks",
            ["name"] = "simulated",
        };
}
