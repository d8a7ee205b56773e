using System.Text;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.SignIn;
using AcrTokens.Emulator.Simulations;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The shared parts of all operations of Resource Manager: authentication, existence checks, and response headers.</summary>
internal sealed class ArmSurface(IEndpointRouteBuilder routes, EmulatorState state, ResourceManagerTokens tokens)
{
    public const string Subscription = "/subscriptions/{subscription}";
    public const string Registries = Subscription + "/resourceGroups/{group}/providers/Microsoft.ContainerRegistry/registries";
    public const string Registry = Registries + "/{registry}";

    private readonly ArmReplies answers = new ArmReplies(state);
    private readonly ArmSimulation simulation = new(state);
    private readonly ArmAuthentication authentication = new(state, tokens);
    private readonly RequestBudget budget = new(state.Clock, state.Options.Throttle);

    /// <summary>Maps an operation on tokens, scope maps or passwords.</summary>
    public void Map(string method, string pattern, string operation, Func<ArmCall, ArmReply> handler) =>
        Map(method, pattern, operation, ApiVersions.WithTokens, handler);

    /// <summary>Maps an operation that older api-versions have too.</summary>
    public void MapRegistry(string method, string pattern, string operation, Func<ArmCall, ArmReply> handler) =>
        Map(method, pattern, operation, ApiVersions.All, handler);

    /// <summary>Maps an operation of Resource Manager itself.</summary>
    public void MapOwn(string method, string pattern, string operation, Func<ArmCall, ArmReply> handler) =>
        Map(method, pattern, operation, ApiVersions.Any, handler);

    /// <summary>Refuses every other request as not emulated, whatever its api-version.</summary>
    public void MapRest() =>
        routes
            .Map("/subscriptions/{**rest}", Guarded(context => throw answers.NotEmulated(context.Request)))
            .WithMetadata(new OperationName(OperationNames.NotEmulated), answers);

    private void Map(string method, string pattern, string operation, ApiVersions versions, Func<ArmCall, ArmReply> handler) =>
        routes
            .MapMethods(pattern, [method], Guarded(context => Handle(context, versions, handler)))
            .WithMetadata(new OperationName(operation), answers);

    private RequestDelegate Guarded(Func<HttpContext, Task<ArmReply>> handler) =>
        async context =>
        {
            var client = authentication.Check(context.Request);
            budget.Spend(context, client);
            simulation.Check(context, client);
            await Write(context, await handler(context));
        };

    private async Task<ArmReply> Handle(HttpContext context, ApiVersions versions, Func<ArmCall, ArmReply> handler)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (body.Length > 0)
        {
            RequestLog.NoteBody(context, body);
        }

        string apiVersion = context.Request.Query["api-version"] is [{ Length: > 0 } only] ? only : throw ArmRefusals.MissingApiVersion();
        var registry = RequireScope(context);
        versions.Check(apiVersion);
        if (registry is not null && TokenIn(context) is { } token)
        {
            RequestLog.NoteToken(context, registry, token);
        }

        var answer = handler(new ArmCall(context, registry, apiVersion, body));
        if (answer.NamesVersions)
        {
            context.Response.Headers["api-supported-versions"] = versions.Advertised ?? apiVersion;
        }

        if (versions.Advertised is not null)
        {
            context.Response.Headers["x-ms-operation-identifier"] = answers.NewOperationIdentifier();
        }

        return answer;
    }

    private static string? TokenIn(HttpContext context) =>
        context.Request.Path.Value!.Contains("/tokens/", StringComparison.OrdinalIgnoreCase) ? (string?)context.GetRouteValue("name") : null;

    /// <summary>The registry in the path, if the path has one. It must exist.</summary>
    private RegistryState? RequireScope(HttpContext context)
    {
        if (
            context.GetRouteValue("subscription") is string subscription
            && !subscription.Equals(state.Options.SubscriptionId, StringComparison.OrdinalIgnoreCase)
        )
        {
            throw ArmRefusals.SubscriptionNotFound(subscription);
        }

        if (context.GetRouteValue("group") is string group && !group.Equals(state.Options.ResourceGroupName, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmRefusals.ResourceGroupNotFound(group);
        }

        return state.Find(context);
    }

    private async Task Write(HttpContext context, ArmReply answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.AsyncOperation is not null || answer.Location is not null)
        {
            response.Headers["Azure-AsyncOperation"] = answer.AsyncOperation;
            response.Headers.Location = answer.Location;
            response.Headers.RetryAfter = state.Options.SendRetryAfter ? "10" : null;
        }

        if (answer.Body.Length == 0)
        {
            response.ContentLength = answer.Status == StatusCodes.Status204NoContent ? null : 0;
        }
        else
        {
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = Encoding.UTF8.GetByteCount(answer.Body);
            await response.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
