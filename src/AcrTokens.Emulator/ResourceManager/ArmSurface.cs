using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>What every operation of Resource Manager shares: who may ask, what must exist, and the headers of the answer.</summary>
internal sealed class ArmSurface(IEndpointRouteBuilder routes, EmulatorState state)
{
    public const string Registries = "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.ContainerRegistry/registries";
    public const string Registry = Registries + "/{registry}";

    /// <summary>An operation on tokens, scope maps or their passwords.</summary>
    public void Map(string method, string pattern, Func<ArmRequest, ArmAnswer> handler) => Map(method, pattern, ApiVersions.WithTokens, handler);

    /// <summary>An operation that older api-versions know too.</summary>
    public void MapRegistry(string method, string pattern, Func<ArmRequest, ArmAnswer> handler) => Map(method, pattern, ApiVersions.All, handler);

    /// <summary>Says of everything else that it is not here, whatever its api-version.</summary>
    public void MapRest() => routes.Map("/subscriptions/{**rest}", Guarded(NotEmulated));

    private void Map(string method, string pattern, ApiVersions versions, Func<ArmRequest, ArmAnswer> handler) =>
        routes.MapMethods(pattern, [method], Guarded(context => Handle(context, versions, handler)));

    private static Task<ArmAnswer> NotEmulated(HttpContext context) =>
        throw ArmErrors.NotEmulated(context.Request.Method, context.Request.Path.Value!);

    private RequestDelegate Guarded(Func<HttpContext, Task<ArmAnswer>> handler) => async context =>
    {
        AddCommonHeaders(context.Request.Method, context.Response.Headers);
        ArmAnswer answer;
        try
        {
            Authenticate(context.Request);
            answer = await handler(context);
        }
        catch (ArmException refusal)
        {
            context.Response.Headers.WWWAuthenticate = refusal.Challenge;
            answer = new ArmAnswer(refusal.Status, WireJson.Write(refusal.ToJson()));
        }

        await Write(context, answer);
    };

    private async Task<ArmAnswer> Handle(HttpContext context, ApiVersions versions, Func<ArmRequest, ArmAnswer> handler)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (body.Length > 0)
        {
            RequestLog.NoteBody(context, body);
        }

        string apiVersion = context.Request.Query["api-version"] is [{ Length: > 0 } only] ? only : throw ArmErrors.MissingApiVersion();
        RequireScope(context);
        versions.Check(apiVersion);
        var answer = handler(new ArmRequest(context, apiVersion, body));
        context.Response.Headers["api-supported-versions"] = versions.Advertised ?? apiVersion;
        return answer;
    }

    private void Authenticate(HttpRequest request)
    {
        if (!request.IsHttps)
        {
            throw ArmErrors.HttpsRequired();
        }

        const string Scheme = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        var hasToken = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        if (!hasToken || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(state.AccessToken)))
        {
            throw ArmErrors.NotAuthenticated(hasToken);
        }
    }

    private void RequireScope(HttpContext context)
    {
        if (Differs("subscription", state.Identity.SubscriptionId, out var subscription))
        {
            throw ArmErrors.SubscriptionNotFound(subscription);
        }

        if (Differs("group", state.Identity.ResourceGroupName, out var group))
        {
            throw ArmErrors.ResourceGroupNotFound(group);
        }

        if (Differs("registry", state.Identity.RegistryName, out var registry))
        {
            throw ArmErrors.RegistryNotFound(registry, state.Identity.ResourceGroupName);
        }

        bool Differs(string part, string known, out string asked)
        {
            asked = context.GetRouteValue(part) as string ?? known;
            return !asked.Equals(known, StringComparison.OrdinalIgnoreCase);
        }
    }

    private void AddCommonHeaders(string method, IHeaderDictionary headers)
    {
        var requestId = Guid.NewGuid().ToString();
        var budget = method switch { "GET" or "HEAD" => "reads", "DELETE" => "deletes", _ => "writes" };
        headers.CacheControl = "no-cache";
        headers.Pragma = "no-cache";
        headers.Expires = "-1";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.Server = "Microsoft-HTTPAPI/2.0";
        headers.XContentTypeOptions = "nosniff";
        headers["x-ms-request-id"] = requestId;
        headers["x-ms-correlation-request-id"] = requestId;
        // The budget never shrinks: the emulator does not throttle.
        headers["x-ms-ratelimit-remaining-subscription-" + budget] = "1199";
        headers.Date = state.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
    }

    private async Task Write(HttpContext context, ArmAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.AsyncOperation is not null || answer.Location is not null)
        {
            response.Headers["Azure-AsyncOperation"] = answer.AsyncOperation;
            response.Headers.Location = answer.Location;
            response.Headers.RetryAfter = state.Options.SendRetryAfter ? "10" : null;
        }

        if (answer.Status != StatusCodes.Status204NoContent)
        {
            // An empty body is declared as JSON too, as recorded.
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = Encoding.UTF8.GetByteCount(answer.Body);
            await response.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
