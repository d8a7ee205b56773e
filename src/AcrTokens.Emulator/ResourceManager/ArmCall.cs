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

    /// <summary>The registry in the path. Asked for by operations of a registry only.</summary>
    public RegistryState Registry => registry!;

    public string ApiVersion { get; } = apiVersion;

    /// <summary>The name in the path, of whatever kind the path is about.</summary>
    public string Name => (string)Context.GetRouteValue("name")!;

    public JsonObject Json => json.Value;

    public JsonObject Properties => ResourceJson.ObjectAt(Json, "properties") ?? [];

    /// <summary>
    /// The service names an operation after the request that began it, <c>token-</c> for scope maps too. What it does with an id
    /// that does not fit into an address is not known; here the operation then has a name of its own.
    /// </summary>
    public string NewOperationId { get; } = "token-" + ClientRequestId(context);

    /// <summary>The operation in the path.</summary>
    public string OperationId => (string)Context.GetRouteValue("operation")!;

    public string Address(string path) => $"{Context.Request.Scheme}://{Context.Request.Host}{path}?api-version={ApiVersion}";

    private static string ClientRequestId(HttpContext context)
    {
        string? id = context.Request.Headers["x-ms-client-request-id"];
        return id is { Length: > 0 and <= 128 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : Guid.NewGuid().ToString();
    }
}
