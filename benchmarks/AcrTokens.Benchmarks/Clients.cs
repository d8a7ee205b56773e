using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Benchmarks;

/// <summary>Creates signed-in clients of an emulator.</summary>
internal static class Clients
{
    public static AcrClient Create(HttpClient http, Uri resourceManager, string accessToken, TimeProvider? clock = null) =>
        new(
            DelegatedTokenCredential.Create((_, _) => new AccessToken(accessToken, DateTimeOffset.MaxValue)),
            new AcrClientOptions
            {
                Cloud = new AcrCloud(resourceManager, "https://management.azure.com"),
                Transport = new HttpClientTransport(http),
                TimeProvider = clock ?? TimeProvider.System,
            }
        );
}
