using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using AcrTokens.Emulator;
using AcrTokens.Live.Tests.Wire;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AcrTokens.Live.Tests.Runs;

/// <summary>A registry of the global cloud, with the identity that Azure.Identity finds.</summary>
internal static class RealService
{
    [SuppressMessage("Reliability", "CA2000", Justification = "The service's client owns its handlers.")]
    public static async Task<Service> OpenAsync(LiveSettings settings)
    {
        var credential = new DefaultAzureCredential();
        var recorder = new Recorder(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var http = new HttpClient(recorder);
        var client = new AcrClient(credential, new AcrClientOptions { Transport = new HttpClientTransport(http) });
        var registry = await client.GetRegistryAsync(new AcrRegistryGetSettings { RegistryName = settings.Registry });
        var arm = AcrCloud.AzurePublicCloud.ResourceManagerEndpoint;
        return new Service
        {
            Http = http,
            Recorder = recorder,
            Client = client,
            RegistryId = $"{registry.Id}",
            Arm = arm,
            Registry = new Uri($"https://{registry.LoginServer}"),
            LoginServer = registry.LoginServer,
            Sku = registry.Sku,
            Clock = TimeProvider.System,
            Pass = Task.Delay,
            Lock = settings.Rights.Contains(LiveSettings.Locks) ? LockOf(recorder, http, new Uri(arm, $"{registry.Id}"), BearerAsync) : null,
            Patience = settings.Patience,
            Like = new AcrEmulatorOptions
            {
                Sku = Enum.TryParse<AcrEmulatorSku>(registry.Sku, out var sku) ? sku : AcrEmulatorSku.Premium,
                Throttle = true,
            },
            Costly = settings.Costly,
            Bearer = BearerAsync,
            Close = () => ValueTask.CompletedTask,
        };

        async Task<string> BearerAsync() =>
            (await credential.GetTokenAsync(new TokenRequestContext([$"{AcrCloud.AzurePublicCloud.Audience}/.default"]), default)).Token;
    }

    private static RegistryLock LockOf(Recorder recorder, HttpClient http, Uri registry, Func<Task<string>> bearer)
    {
        var address = new Uri($"{registry}/providers/Microsoft.Authorization/locks/{Service.Prefix}?api-version=2020-05-01");
        return new RegistryLock(
            () => SendAsync(HttpMethod.Put, """{"properties":{"level":"CanNotDelete","notes":"Live tests of AcrTokens. They take it off again."}}"""),
            () => SendAsync(HttpMethod.Delete, null)
        );

        async Task SendAsync(HttpMethod method, string? json)
        {
            recorder.Step = "lock";
            using var request = new HttpRequestMessage(method, address);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await bearer());
            if (json is not null)
                request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request);
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException($"{method} of the lock '{Service.Prefix}' on the registry answered {(int)response.StatusCode}");
        }
    }
}
