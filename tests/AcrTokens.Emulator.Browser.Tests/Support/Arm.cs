using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Browser.Tests.Support;

/// <summary>A client of Resource Manager whose tokens have given names.</summary>
internal sealed class Arm : IDisposable
{
    private readonly HttpClient http;
    private readonly string registry;

    public Arm(AcrEmulator emulator, string userAgent, int registry = 0)
    {
        http = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.ResourceManagerEndpoint };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.AccessToken);
        http.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        this.registry = emulator.Registries[registry].ResourceId;
    }

    public Task PutScopeMapAsync(string name, string repository) =>
        SendAsync(
            HttpMethod.Put,
            $"scopeMaps/{name}",
            $$$"""{"properties":{"actions":["repositories/{{{repository}}}/content/read","repositories/{{{repository}}}/content/write"]}}"""
        );

    public Task PutTokenAsync(string name, string scopeMap = "_repositories_push") =>
        SendAsync(HttpMethod.Put, $"tokens/{name}", $$$"""{"properties":{"scopeMapId":"{{{registry}}}/scopeMaps/{{{scopeMap}}}"}}""");

    /// <summary>Generates the token's first password.</summary>
    public async Task<string> GenerateAsync(string name, DateTimeOffset? expiry = null)
    {
        var body = new JsonObject { ["tokenId"] = $"{registry}/tokens/{name}", ["name"] = "password1" };
        if (expiry is not null)
        {
            body["expiry"] = expiry;
        }

        return (string)JsonNode.Parse(await SendAsync(HttpMethod.Post, "generateCredentials", body.ToJsonString()))!["passwords"]![0]!["value"]!;
    }

    public Task DisableAsync(string name) => SendAsync(HttpMethod.Patch, $"tokens/{name}", """{"properties":{"status":"disabled"}}""");

    public Task DeleteAsync(string name) => SendAsync(HttpMethod.Delete, $"tokens/{name}");

    public void Dispose() => http.Dispose();

    private async Task<string> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, $"{registry}/{path}?api-version=2025-11-01");
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
