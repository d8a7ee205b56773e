using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace AcrTokens.Benchmarks.Floor;

/// <summary>Sends the requests.</summary>
internal sealed class ResourceManager(HttpClient http)
{
    private const string Query = "?api-version=2025-11-01";

    private static readonly string Endpoint = Variable("ACR_EMULATOR_ARM").TrimEnd('/');

    public string Registry { get; } =
        $"/subscriptions/{Variable("AZURE_SUBSCRIPTION_ID")}/resourceGroups/my-resource-group/providers/Microsoft.ContainerRegistry/registries/myregistry";

    public static async Task<ResourceManager> SignInAsync(HttpClient http)
    {
        using var form = new FormUrlEncodedContent([
            new("client_id", Variable("AZURE_CLIENT_ID")),
            new("client_secret", Variable("AZURE_CLIENT_SECRET")),
            new("scope", "https://management.azure.com/.default"),
            new("grant_type", "client_credentials"),
        ]);
        using var answer = await http.PostAsync(
            $"{Variable("AZURE_AUTHORITY_HOST").TrimEnd('/')}/{Variable("AZURE_TENANT_ID")}/oauth2/v2.0/token",
            form
        );
        using var json = await ReadAsync(answer);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", json.RootElement.GetProperty("access_token").GetString());
        return new ResourceManager(http);
    }

    /// <summary>Sends a PUT or PATCH and one poll. If the service is not done by then, this is not a floor.</summary>
    public async Task ChangeAsync(HttpMethod method, string token, string body)
    {
        using var answer = await SendAsync(method, $"{Registry}/tokens/{token}", body);
        using var json = await ReadAsync(answer);
        using var progress = await http.GetAsync(answer.Headers.GetValues("Azure-AsyncOperation").Single());
        using var status = await ReadAsync(progress);
        if (status.RootElement.GetProperty("status").GetString() != "Succeeded")
            throw new InvalidOperationException("The emulator was started with a delay.");
    }

    public async Task<string> GenerateAsync(string token, DateTimeOffset expiry)
    {
        using var answer = await SendAsync(
            HttpMethod.Post,
            $"{Registry}/generateCredentials",
            $$"""{"tokenId":"{{Registry}}/tokens/{{token}}","expiry":"{{expiry:O}}","name":"password1"}"""
        );
        using var json = await ReadAsync(answer);
        return json
            .RootElement.GetProperty("passwords")
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == "password1")
            .GetProperty("value")
            .GetString()!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, $"{Endpoint}{path}{Query}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await http.SendAsync(request);
    }

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
}
