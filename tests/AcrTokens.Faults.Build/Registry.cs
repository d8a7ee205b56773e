using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AcrTokens;
using Azure.Core;
using Azure.Core.Pipeline;

/// <summary>The registry that the runner serves, read from environment variables.</summary>
static class Registry
{
    // Kept for the life of the process.
    static readonly X509Certificate2 Trusted = X509Certificate2.CreateFromPem(Variable("CERTIFICATE"));

    static readonly SocketsHttpHandler Handler = new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { Trusted }, RevocationMode = X509RevocationMode.NoCheck },
        },
    };

    static readonly HttpClient Http = new(Handler) { Timeout = Timeout.InfiniteTimeSpan, DefaultRequestHeaders = { { "x-faults-case", Variable("CASE") } } };

    public static bool UsesBody => Variable("BODY") == "1";

    public static bool Prepares => Variable("PREPARES") == "1";

    public static bool Renews => Variable("RENEWS") == "1";

    public static string Script => Variable("SCRIPT");

    public static AcrTokenMintSettings Settings { get; } = new AcrTokenMintSettings()
        .SetRegistryName(Variable("REGISTRY"))
        .When(Variable("EXISTING").Length == 0, s => s.AddRepository($"faults/{Variable("CASE")}", AcrPermission.Push))
        .When(Variable("EXISTING").Length > 0, s => s.SetToken(Variable("EXISTING")));

    public static string Variable(string name) =>
        Environment.GetEnvironmentVariable($"FAULTS_{name}") ?? throw new InvalidOperationException($"FAULTS_{name} is not set");

    public static AcrClient Connect(Action<AcrClientOptions>? configure = null)
    {
        var options = new AcrClientOptions
        {
            Cloud = new AcrCloud(new Uri(Variable("RESOURCE_MANAGER")), "https://management.azure.com"),
            Transport = new HttpClientTransport(Http),
            OperationTimeout = TimeSpan.FromSeconds(1),
            RevokeTimeout = Span("REVOKE_TIMEOUT"),
            Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(50), NetworkTimeout = Span("NETWORK_TIMEOUT") },
        };
        configure?.Invoke(options);
        return new AcrClient(DelegatedTokenCredential.Create((_, _) => new AccessToken(Variable("TOKEN"), DateTimeOffset.MaxValue)), options);
    }

    static TimeSpan Span(string name) => TimeSpan.Parse(Variable(name), System.Globalization.CultureInfo.InvariantCulture);
}
