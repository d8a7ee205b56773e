using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>A request that has passed Resource Manager's checks.</summary>
internal sealed class ArmCall(HttpContext context, RegistryState? registry, string apiVersion, string body)
{
    private readonly Lazy<JsonObject> json = new(() => ResourceJson.ParseObject(body));

    public HttpContext Context { get; } = context;

    /// <summary>The registry in the path. Only operations of a registry may read it.</summary>
    public RegistryState Registry => registry!;

    public string ApiVersion { get; } = apiVersion;

    /// <summary>The name in the path, of a token, scope map or other resource.</summary>
    public string Name => (string)Context.GetRouteValue("name")!;

    public JsonObject Json => json.Value;

    public JsonObject Properties => ResourceJson.ObjectAt(Json, "properties") ?? [];

    /// <summary>
    /// The id of a new operation. The service derives it from the request that began the operation, with <c>token-</c> for scope maps too.
    /// It is not known how the service handles a request id that does not fit into an address; here the operation then gets its own id.
    /// </summary>
    public string NewOperationId { get; } = "token-" + ClientRequestId(context);

    /// <summary>The operation's id in the path.</summary>
    public string OperationId => (string)Context.GetRouteValue("operation")!;

    public string Address(string path) => $"{Context.Request.Scheme}://{Context.Request.Host}{path}?api-version={ApiVersion}";

    private static string ClientRequestId(HttpContext context)
    {
        string? id = context.Request.Headers["x-ms-client-request-id"];
        return id is { Length: > 0 and <= 128 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : Guid.NewGuid().ToString();
    }
}
