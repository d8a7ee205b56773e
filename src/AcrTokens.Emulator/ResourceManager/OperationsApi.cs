using System.Text.Json.Nodes;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Long-running operations: begins them, and responds to polls.</summary>
internal sealed class OperationsApi(EmulatorState state)
{
    private readonly PollSignatures signatures = new(state.Options.SignPollAddresses);

    public void Map(ArmSurface arm)
    {
        arm.Map(
            "GET",
            ArmSurface.Registry + "/tokens/{name}/operationStatuses/{operation}",
            "OperationStatuses_Get",
            r => Status(r, r.Registry.Identity.TokenId(r.Name))
        );
        arm.Map(
            "GET",
            ArmSurface.Registry + "/scopeMaps/{name}/operationStatuses/{operation}",
            "OperationStatuses_Get",
            r => Status(r, r.Registry.Identity.ScopeMapId(r.Name))
        );
        arm.Map(
            "GET",
            ArmSurface.Subscription + "/providers/Microsoft.ContainerRegistry/locations/{location}/operationResults/{operation}",
            "OperationResults_Get",
            Result
        );
    }

    /// <summary>Responds with 201 and the resource in its current state, which <paramref name="body"/> receives.</summary>
    public ArmReply BeginWrite(ArmCall request, string resourceId, string phase, DateTimeOffset endsAt, Func<string, JsonObject> body)
    {
        state.Operations.Start(request.NewOperationId, OperationName.Of(request.Context), phase, endsAt);
        return new ArmReply(StatusCodes.Status201Created, WireJson.Write(body(phase)))
        {
            AsyncOperation = StatusAddress(request, resourceId, request.NewOperationId),
        };
    }

    /// <summary>Responds with 202 and no body. The poll address is below the subscription, not below the registry.</summary>
    public ArmReply BeginDelete(ArmCall request)
    {
        state.Operations.Start(request.NewOperationId, OperationName.Of(request.Context), "Deleting", state.Clock.GetUtcNow());
        return new ArmReply(StatusCodes.Status202Accepted, "")
        {
            Location = signatures.Sign(
                request.Address(
                    $"/subscriptions/{request.Registry.Identity.SubscriptionId}/providers/Microsoft.ContainerRegistry/locations/{request.Registry.Identity.Region}/operationResults/{request.NewOperationId}"
                ),
                request.NewOperationId
            ),
        };
    }

    private ArmReply Status(ArmCall request, string resourceId)
    {
        var phase = Find(request);
        return ArmReply.Ok(new JsonObject { ["status"] = phase }) with { AsyncOperation = StatusAddress(request, resourceId, request.OperationId) };
    }

    private ArmReply Result(ArmCall request)
    {
        _ = Find(request);
        return ArmReply.Empty(StatusCodes.Status200OK) with { NamesVersions = false };
    }

    private string Find(ArmCall request)
    {
        var phase = state.Operations.StateOf(request.OperationId) ?? throw ArmRefusals.NotFound(request.OperationId);
        return signatures.Accepts(request.Context.Request.Query, request.OperationId) ? phase : throw ArmRefusals.UnsignedPoll();
    }

    private string StatusAddress(ArmCall request, string resourceId, string operationId) =>
        signatures.Sign(request.Address($"{resourceId}/operationStatuses/{operationId}"), operationId);
}
