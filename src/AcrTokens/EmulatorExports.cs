using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AcrTokens;

/// <summary>The variables that <c>acr-emulator</c> exports for its clients.</summary>
internal sealed class EmulatorExports
{
    private const string ResourceManager = "ACR_EMULATOR_ARM";
    private const string Authority = "SSL_CERT_FILE";

    private static readonly string[] Needed =
    [
        ResourceManager,
        Authority,
        "AZURE_TENANT_ID",
        "AZURE_CLIENT_ID",
        "AZURE_CLIENT_SECRET",
        DefaultSubscription.Variable,
    ];

    private readonly Dictionary<string, string> values;
    private readonly Uri endpoint;
    private readonly X509Certificate2Collection trusted = [];

    /// <exception cref="AcrException">Some are missing or invalid.</exception>
    public EmulatorExports(Func<string, string?> variable)
    {
        values = Needed.ToDictionary(name => name, name => variable(name) ?? "");
        var mistakes = new Mistakes();
        var missing = Needed.Where(name => values[name].Length == 0).ToList();
        if (missing.Count > 0)
            mistakes.Add($"{string.Join(", ", missing)} of acr-emulator's exports are not in the environment");

        // The application's secret is sent there.
        var isHere = Uri.TryCreate(values[ResourceManager], UriKind.Absolute, out var address) && address is { Scheme: "https", IsLoopback: true };
        mistakes.AddIf(
            values[ResourceManager].Length > 0 && !isHere,
            $"{ResourceManager} is '{values[ResourceManager]}', which is not an https address of this machine"
        );
        endpoint = address!;
        try
        {
            if (values[Authority].Length > 0)
                trusted.ImportFromPemFile(values[Authority]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            mistakes.Add($"the certificates of {Authority}, '{values[Authority]}', cannot be read");
        }

        mistakes.ThrowIfAny(nameof(AcrClient.ForEmulator));
    }

    public AcrClientOptions CreateOptions() =>
        new()
        {
            Cloud = new AcrCloud(endpoint, "https://management.azure.com") { AuthorityHost = endpoint },
            SubscriptionId = values[DefaultSubscription.Variable],
            Transport = CreateTransport(),
        };

    public TokenCredential CreateCredential()
    {
        try
        {
            return new ClientSecretCredential(
                values["AZURE_TENANT_ID"],
                values["AZURE_CLIENT_ID"],
                values["AZURE_CLIENT_SECRET"],
                new ClientSecretCredentialOptions
                {
                    AuthorityHost = endpoint,
                    DisableInstanceDiscovery = true,
                    Transport = CreateTransport(),
                }
            );
        }
        catch (ArgumentException exception)
        {
            var mistakes = new Mistakes();
            mistakes.Add(CredentialMistakes.Explain(exception, values.GetValueOrDefault));
            mistakes.ThrowIfAny(nameof(AcrClient.ForEmulator));
            throw;
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The transport keeps the handler as long as the client lives.")]
    private HttpClientTransport CreateTransport() => new(CreateHandler());

    // .NET reads the variable only on some systems, and a proxy must not be used here.
    private SocketsHttpHandler CreateHandler() =>
        new()
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = CreatePolicy() },
        };

    private X509ChainPolicy CreatePolicy()
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }
}
