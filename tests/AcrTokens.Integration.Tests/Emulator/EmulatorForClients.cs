using AcrTokens.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AcrTokens.Integration.Tests;

/// <summary>An emulator for clients in other processes, and a folder for their files.</summary>
internal sealed class EmulatorForClients : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acr-emulator-test-");
    private readonly AcrEmulatorOptions options;

    private EmulatorForClients(AcrEmulator emulator, AcrEmulatorOptions options)
    {
        Emulator = emulator;
        this.options = options;
        File.WriteAllText(AuthorityFile, emulator.CertificatePem + "\n");
    }

    public AcrEmulator Emulator { get; }

    public string Folder => folder.FullName;

    public string AuthorityFile => Path.Combine(Folder, "ca.pem");

    public string RegistryId => Emulator.Registries[0].ResourceId;

    /// <summary>The variables that <c>acr-emulator</c> prints, for a child process.</summary>
    public Dictionary<string, string?> Environment =>
        new()
        {
            ["SSL_CERT_FILE"] = AuthorityFile,
            ["REQUESTS_CA_BUNDLE"] = AuthorityFile,
            ["NODE_EXTRA_CA_CERTS"] = AuthorityFile,
            ["AZURE_AUTHORITY_HOST"] = Emulator.ResourceManagerEndpoint.ToString(),
            ["AZURE_TENANT_ID"] = options.TenantId,
            ["AZURE_CLIENT_ID"] = Emulator.ClientId,
            ["AZURE_CLIENT_SECRET"] = Emulator.ClientSecret,
            ["AZURE_SUBSCRIPTION_ID"] = options.SubscriptionId,
            ["ACR_EMULATOR_ARM"] = Emulator.ResourceManagerEndpoint.ToString(),
            ["NO_PROXY"] = "localhost,127.0.0.1",
        };

    public static async Task<EmulatorForClients> StartAsync(Func<AcrEmulatorOptions, AcrEmulatorOptions>? configure = null)
    {
        var options = new AcrEmulatorOptions { AdminUserEnabled = true, SendRetryAfter = false };
        options = configure?.Invoke(options) ?? options;
        return new EmulatorForClients(await AcrEmulator.StartAsync(options), options);
    }

    /// <summary>Creates a client of this library, signed in by <paramref name="credential"/> or with the client's secret.</summary>
    public AcrClient Library(TokenCredential? credential = null) =>
        new(
            credential
                ?? new ClientSecretCredential(
                    options.TenantId,
                    Emulator.ClientId,
                    Emulator.ClientSecret,
                    SignIn(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })
                ),
            Emulator.CreateClientOptions()
        );

    public TokenCredential WorkloadIdentity(string tokenFile) =>
        new WorkloadIdentityCredential(
            SignIn(
                new WorkloadIdentityCredentialOptions
                {
                    TenantId = options.TenantId,
                    ClientId = Emulator.ClientId,
                    TokenFilePath = tokenFile,
                    DisableInstanceDiscovery = true,
                }
            )
        );

    public TokenCredential Secret(string clientId, string secret) =>
        new ClientSecretCredential(options.TenantId, clientId, secret, SignIn(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }));

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private T SignIn<T>(T credential)
        where T : TokenCredentialOptions
    {
        credential.AuthorityHost = Emulator.ResourceManagerEndpoint;
        credential.Transport = new HttpClientTransport(Emulator.CreateHandler());
        return credential;
    }
}
