using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Simulations;

/// <summary>Refuses requests to Resource Manager before they are processed: for a missing right, a disabled subscription or a lock.</summary>
internal sealed class ArmSimulation(EmulatorState state)
{
    public void Check(HttpContext context, string clientId)
    {
        var simulated = state.Simulator.Current;
        var scope = Scope(context);
        if (
            Rights.Of(OperationName.Of(context), context.Request) is { } right
            && simulated.MissingRights.Contains(right, StringComparer.OrdinalIgnoreCase)
        )
        {
            throw ArmRefusals.AuthorizationFailed(clientId, right, scope);
        }

        var isDelete = HttpMethods.IsDelete(context.Request.Method);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (simulated.SubscriptionDisabled)
        {
            throw ArmRefusals.SubscriptionDisabled(state.Options.SubscriptionId);
        }

        if (simulated.Lock == EmulatorLock.ReadOnly || (simulated.Lock == EmulatorLock.CanNotDelete && isDelete))
        {
            throw ArmRefusals.ScopeLocked(scope, isDelete ? "delete" : "write", (state.Find(context) ?? state.Registries[0]).Identity.Id);
        }
    }

    /// <summary>The scope of a request: its resource, or for an action the resource that it acts on.</summary>
    private static string Scope(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        return HttpMethods.IsPost(context.Request.Method) ? path[..path.LastIndexOf('/')] : path;
    }
}
