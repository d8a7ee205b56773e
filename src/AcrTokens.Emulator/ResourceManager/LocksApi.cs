using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Lists the simulated locks on a registry, as in Resource Manager's REST reference.</summary>
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

    // The lock's name is invented, as it is in every subscription.
    private static JsonObject Body(string registry, EmulatorLock simulated) =>
        new()
        {
            ["properties"] = new JsonObject { ["level"] = $"{simulated}" },
            ["id"] = $"{registry}/providers/Microsoft.Authorization/locks/simulated",
            ["type"] = "Microsoft.Authorization/locks",
            ["name"] = "simulated",
        };
}
