using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens.Faults.Clients;

/// <summary>Creates library clients of a served registry, with short waits.</summary>
internal sealed class ClientFactory : IDisposable
{
    /// <summary>The beginning of the names of existing tokens.</summary>
    public const string Existing = "acrt-existing-";

    private readonly Addresses addresses;
    private readonly X509Certificate2 trusted;
    private readonly SocketsHttpHandler handler;
    private readonly ConcurrentBag<HttpClient> made = [];

    public ClientFactory(Addresses addresses)
    {
        this.addresses = addresses;
        trusted = X509Certificate2.CreateFromPem(addresses.CertificatePem);
        handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { trusted },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
    }

    /// <summary>
    /// Creates a client whose requests belong to a case. Its waits are skipped, and only they count against its timeouts, so that a busy
    /// machine never makes it late. Only if the service may be silent does it wait in real time, since the network's own
    /// timeout uses no other clock.
    /// </summary>
    public AcrClient Create(string @case, ILogger? logger = null, bool meetsSilence = false) =>
        new(
            DelegatedTokenCredential.Create((_, _) => new AccessToken(addresses.AccessToken, DateTimeOffset.MaxValue)),
            new AcrClientOptions
            {
                Cloud = new AcrCloud(addresses.ResourceManager, "https://management.azure.com"),
                Transport = new HttpClientTransport(CreateHttp(@case)),
                TimeProvider = meetsSilence
                    ? TimeProvider.System
                    : new SkippingClock(DateTimeOffset.UtcNow) { LongestWait = TimeSpan.FromSeconds(20) },
                OperationTimeout = TimeSpan.FromSeconds(30),
                RevokeTimeout = TimeSpan.FromSeconds(meetsSilence ? 15 : 60),
                Retry =
                {
                    MaxRetries = 2,
                    Delay = TimeSpan.FromMilliseconds(10),
                    MaxDelay = TimeSpan.FromMilliseconds(50),
                    NetworkTimeout = TimeSpan.FromSeconds(meetsSilence ? 3 : 60),
                },
                Logger = logger ?? NullLogger.Instance,
            }
        );

    /// <summary>Creates a token that a case mints on: as an administrator does, disabled and without a password.</summary>
    /// <returns>Its name, which has the prefix of a sweep.</returns>
    public async Task<string> CreateExistingAsync(string @case, string registryId)
    {
        var settings = new AcrTokenCreateSettings()
            .SetRegistryName(registryId)
            .SetName($"{Existing}{@case}")
            .SetScopeMap("_repositories_push")
            .Disable();
        return (await Create(@case).CreateTokenAsync(settings)).Name;
    }

    public void Dispose()
    {
        foreach (var http in made)
            http.Dispose();
        handler.Dispose();
        trusted.Dispose();
    }

    private HttpClient CreateHttp(string @case)
    {
        var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        made.Add(http);
        http.DefaultRequestHeaders.Add(Wire.CaseHeader, @case);
        return http;
    }
}
