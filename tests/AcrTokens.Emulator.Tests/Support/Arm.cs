using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>A client of one emulator's Resource Manager. Paths are relative to the registry.</summary>
public sealed class Arm(AcrEmulator emulator, HttpClient client, string? accessToken = null)
{
    public const string Version = "2025-11-01";
    public const string Subscription = "/subscriptions/11111111-2222-3333-4444-555555555555";
    public const string Registries = Subscription + "/resourceGroups/my-resource-group/providers/Microsoft.ContainerRegistry/registries";
    public const string Registry = Registries + "/myregistry";

    public static string ScopeMapId(string name) => $"{Registry}/scopeMaps/{name}";

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Put(string path, string json) => Send(HttpMethod.Put, path, json);

    public Task<Answer> Patch(string path, string json) => Send(HttpMethod.Patch, path, json);

    public Task<Answer> Post(string path, string? json = null) => Send(HttpMethod.Post, path, json);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    public Task<Answer> PutToken(string name, string scopeMap = "_repositories_push") => Put($"/tokens/{name}", TokenBody(scopeMap));

    public static string TokenBody(string scopeMap = "_repositories_push") =>
        $$$"""{"properties":{"scopeMapId":"{{{ScopeMapId(scopeMap)}}}","status":"enabled"}}""";

    public Task<Answer> Generate(string token, string? password = null, string? expiry = null)
    {
        var body = new JsonObject { ["tokenId"] = $"{Registry}/tokens/{token}" };
        if (expiry is not null)
        {
            body["expiry"] = expiry;
        }

        if (password is not null)
        {
            body["name"] = password;
        }

        return Post("/generateCredentials", body.ToJsonString());
    }

    /// <summary>Creates a token with one password. Returns the password's value.</summary>
    public async Task<string> Mint(string name, string scopeMap = "_repositories_push", string? expiry = null)
    {
        (await PutToken(name, scopeMap)).Status.ShouldBe(System.Net.HttpStatusCode.Created);
        return (string)(await Generate(name, "password1", expiry)).Json["passwords"]![0]!["value"]!;
    }

    /// <summary>Sends a request. The path is relative to the registry, starts with <c>/subscriptions</c>, or is a full address.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, string? json = null, string? clientRequestId = null)
    {
        using var request = Request(method, path, json, clientRequestId);
        return await Answer.Of(await client.SendAsync(request));
    }

    /// <inheritdoc cref="Send"/>
    public HttpRequestMessage Request(HttpMethod method, string path, string? json = null, string? clientRequestId = null)
    {
        var isAddress = path.StartsWith("https:", StringComparison.Ordinal);
        var address = isAddress || path.StartsWith("/subscriptions", StringComparison.Ordinal) ? path : Registry + path;
        var versioned = isAddress || address.Contains('?', StringComparison.Ordinal) ? address : $"{address}?api-version={Version}";
        var request = new HttpRequestMessage(method, new Uri(emulator.ResourceManagerEndpoint, versioned));
        request.Headers.Authorization = new("Bearer", accessToken ?? emulator.AccessToken);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (clientRequestId is not null)
        {
            request.Headers.Add("x-ms-client-request-id", clientRequestId);
        }

        return request;
    }
}
