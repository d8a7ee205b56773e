using System.Net.Http.Headers;
using System.Text;

namespace AcrTokens.Emulator.Benchmarks;

/// <summary>A minimal client.</summary>
internal sealed class ArmClient : IDisposable
{
    private const string Query = "?api-version=2025-11-01";

    private readonly HttpClient http;
    private readonly string registry;

    public ArmClient(AcrEmulator emulator)
    {
        http = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.ResourceManagerEndpoint };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.AccessToken);
        registry = emulator.Registries[0].ResourceId;
    }

    public Task PutTokenAsync(string name) =>
        SendAsync(HttpMethod.Put, $"{registry}/tokens/{name}", $$$"""{"properties":{"scopeMapId":"{{{registry}}}/scopeMaps/_repositories_push"}}""");

    public Task GetTokenAsync(string name) => SendAsync(HttpMethod.Get, $"{registry}/tokens/{name}");

    public Task GenerateAsync(string name) =>
        SendAsync(HttpMethod.Post, $"{registry}/generateCredentials", $$"""{"tokenId":"{{registry}}/tokens/{{name}}","name":"password1"}""");

    public Task DeleteTokenAsync(string name) => SendAsync(HttpMethod.Delete, $"{registry}/tokens/{name}");

    public void Dispose() => http.Dispose();

    private async Task SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path + Query);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
