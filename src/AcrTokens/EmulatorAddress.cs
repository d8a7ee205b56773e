using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AcrTokens;

/// <summary>An emulator that is known only by its address.</summary>
internal sealed class EmulatorAddress
{
    // The emulator's default ids.
    private const string Subscription = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "33333333-4444-5555-6666-777777777777";
    private const string Application = "44444444-5555-6666-7777-888888888888";

    private readonly Uri endpoint;

    /// <exception cref="AcrException">It is not of this machine.</exception>
    public EmulatorAddress(Uri endpoint)
    {
        var mistakes = new Mistakes();
        mistakes.AddIf(
            endpoint is not { IsAbsoluteUri: true, Scheme: "https", IsLoopback: true },
            $"'{endpoint}' is not an https address of this machine"
        );
        mistakes.ThrowIfAny(nameof(AcrClient.ForEmulator));
        this.endpoint = new Uri(endpoint, "/");
    }

    public AcrClientOptions CreateOptions() =>
        new()
        {
            Cloud = new AcrCloud(endpoint, "https://management.azure.com") { AuthorityHost = endpoint },
            SubscriptionId = Subscription,
            Transport = CreateTransport(),
        };

    /// <summary>Creates a credential with a federated token: the emulator checks neither issuer nor signature.</summary>
    public TokenCredential CreateCredential() =>
        new ClientAssertionCredential(
            Tenant,
            Application,
            _ => Task.FromResult(CreateAssertion()),
            new ClientAssertionCredentialOptions
            {
                AuthorityHost = endpoint,
                DisableInstanceDiscovery = true,
                Transport = CreateTransport(),
            }
        );

    private static string CreateAssertion()
    {
        var claims = $$"""{"aud":"api://AzureADTokenExchange","exp":{{DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds()}}}""";
        return $"{Encode("""{"alg":"none"}""")}.{Encode(claims)}.";

        static string Encode(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The transport keeps the handler as long as the client lives.")]
    [SuppressMessage("Security", "CA5359", Justification = "The address is of this machine, and what goes there is made up.")]
    private static HttpClientTransport CreateTransport() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
            }
        );
}
