using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>The common headers and errors of Resource Manager.</summary>
internal sealed class ArmReplies(EmulatorState state) : ISurface
{
    public void AddHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        var requestId = Guid.NewGuid().ToString();
        headers.CacheControl = "no-cache";
        headers.Pragma = "no-cache";
        headers.Expires = "-1";
        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.Server = "Microsoft-HTTPAPI/2.0";
        headers.XContentTypeOptions = "nosniff";
        headers["x-ms-request-id"] = requestId;
        headers["x-ms-correlation-request-id"] = requestId;
        headers["x-ms-routing-request-id"] = $"{state.Registries[0].Identity.Region}:{state.Clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}:{requestId}";
    }

    /// <summary>Creates the identifier of an operation on tokens, scope maps or passwords. Responses about a registry carry none.</summary>
    public string NewOperationIdentifier() =>
        $"tenantId={state.Options.TenantId},objectId={state.Principals.DefaultClientId}/{state.Options.Location}/{Guid.NewGuid()}";

    public Refusal Refuse(int status, string? code, string message) =>
        new ArmException(status, code ?? ArmRefusals.InvalidParameter, message, fromRegistry: false);

    public Refusal NotEmulated(HttpRequest request) => ArmRefusals.NotEmulated(request.Method, request.Path.Value!);
}
