using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using AcrTokens.Emulator;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AcrTokens.Tests;

/// <summary>
/// Real failures before Azure responds: Azure.Identity against the emulator's authority, an <c>az</c> that fails, a server that never
/// responds.
/// </summary>
internal sealed partial class SignInCases : IAsyncDisposable
{
    private const string Tenant = "33333333-4444-5555-6666-777777777777";

    private readonly Variables variables = new();
    private readonly List<IDisposable> held = [];
    private AcrEmulator emulator = null!;

    /// <summary>The cases, by the documentation's words.</summary>
    public static IReadOnlyDictionary<string, Func<SignInCases, Task<AcrException>>> All { get; } =
        new Dictionary<string, Func<SignInCases, Task<AcrException>>>
        {
            ["a wrong client secret"] = c => c.ReadAs(c.Secret("wrong")),
            ["a client secret that has expired"] = c =>
                c.Refused(
                    7000222,
                    $"The provided client secret keys for app '{c.emulator.ClientId}' are expired. Visit the Azure portal to create new "
                        + "keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: "
                        + "https://aka.ms/certCreds."
                ),
            ["an application that is not in the tenant"] = c => c.ReadAs(c.Secret("any", client: "99999999-0000-0000-0000-000000000000")),
            ["a tenant that does not exist"] = c => c.ReadAs(c.Secret("any", tenant: "99999999-0000-0000-0000-000000000000")),
            ["an OIDC sign-in from another branch than the federated credential's"] = c =>
                c.Refused(
                    700213,
                    "No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/fix'. "
                        + "Check your federated identity credential Subject, Audience and Issuer against the presented assertion. "
                        + "https://learn.microsoft.com/entra/workload-id/workload-identity-federation"
                ),
            ["an expired OIDC sign-in"] = c => c.ReadAs(c.Assertion(expired: true)),
            ["`az`, signed in by OIDC, with an expired assertion"] = c =>
                c.ReadWithCli(
                    "ERROR: AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-11-21T05:00:00.0000000Z, "
                        + "assertion valid from 2026-11-21T04:00:00.0000000Z, expiry time of assertion 2026-11-21T04:10:00.0000000Z. Trace ID: "
                        + "11111111-1111-1111-1111-111111111111 Correlation ID: 22222222-2222-2222-2222-222222222222 Timestamp: 2026-11-21 "
                        + "05:00:00Z\nInteractive authentication is needed. Please run:\naz login\n"
                ),
            ["`az`, blocked by conditional access"] = c =>
                c.ReadWithCli(
                    "ERROR: AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token "
                        + "issuance. Trace ID: 11111111-1111-1111-1111-111111111111\n"
                ),
            ["`az` with an expired refresh token"] = c =>
                c.ReadWithCli(
                    "ERROR: AADSTS700082: The refresh token has expired due to inactivity. The token was issued on "
                        + "2026-01-01T00:00:00.0000000Z and was inactive for 90.00:00:00. Trace ID: 11111111-1111-1111-1111-111111111111\n"
                ),
            ["`az` that may not use its folder"] = c =>
                c.ReadWithCli(
                    "Traceback (most recent call last):\n  File \"/opt/az/bin/az\", line 3, in <module>\nPermissionError: [Errno 13] "
                        + "Permission denied: '/home/ci/.azure'\n"
                ),
            ["`az` with a revoked sign-in, which advises `az login`"] = c =>
                c.ReadWithCli(
                    "ERROR: AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed. Trace ID: "
                        + "11111111-1111-1111-1111-111111111111\nTo re-authenticate, please run 'az login'.\n"
                ),
            ["`az` that may not write its cache, with a traceback"] = c =>
                c.ReadWithCli(
                    "ERROR: The command failed with an unexpected error. Here is the traceback:\nERROR: [Errno 13] Permission denied: "
                        + "'/home/ci/.azure/msal_token_cache.json'\nTraceback (most recent call last):\n  File \"/opt/az/lib/invoke.py\", line 3, "
                        + "in execute\nPermissionError: [Errno 13] Permission denied: '/home/ci/.azure/msal_token_cache.json'\nTo open an issue, "
                        + "please run: 'az feedback'\n"
                ),
            ["`az` that prints no token"] = c => c.ReadWithTool("az", "echo 'WARNING: This is no token.'"),
            ["`az` that hangs"] = c => c.ReadWithHangingCli(),
            ["`azd` with an expired refresh token"] = c =>
                c.ReadWithTool(
                    "azd",
                    """
                    echo '{"type":"consoleMessage","data":{"message":"ERROR: fetching token: AADSTS70043: The refresh token has expired. Trace ID: 1"}}' >&2
                    exit 1
                    """
                ),
            ["PowerShell with an expired client secret"] = c =>
                c.ReadWithTool("pwsh", "echo 'AADSTS7000222: The provided client secret keys are expired. Trace ID: 1' >&2; exit 1"),
            ["PowerShell that is installed, and not signed in"] = c => c.ReadWithTool("pwsh", "echo 'Run Connect-AzAccount to login.' >&2; exit 1"),
            ["nothing to sign in with"] = c => c.ReadWithNothing(),
            ["the same, on a machine of Azure without an identity"] = c => c.ReadWithNothing(c.WithoutIdentity),
            ["the same, with the Azure CLI as the client's own credential"] = c => c.ReadWithNothing(() => new AzureCliCredential()),
            ["the same, with a chain as the client's own credential"] = c =>
                c.ReadWithNothing(() => new ChainedTokenCredential(new EnvironmentCredential(), new AzureCliCredential())),
            ["the same, with `az` excluded by the environment"] = c => c.ReadWith("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential"),
            ["`AZURE_TOKEN_CREDENTIALS=ci`"] = c => c.ReadWith("AZURE_TOKEN_CREDENTIALS", "ci"),
            ["`AZURE_TENANT_ID=$(tenantId)`"] = c => c.ReadWith("AZURE_TENANT_ID", "$(tenantId)"),
            ["a tenant's id with a line break"] = c => c.ReadWith("AZURE_TENANT_ID", $"{Tenant}\n"),
            ["`AZURE_AUTHORITY_HOST=login.example.us`"] = c => c.ReadWith("AZURE_AUTHORITY_HOST", "login.example.us", AcrCloud.AzurePublicCloud),
            ["`AZURE_CLIENT_CERTIFICATE_PATH` of a missing file"] = c => c.ReadWithCertificate("/run/secrets/ci.pem"),
            ["`AZURE_CLIENT_CERTIFICATE_PATH` of a file with no certificate"] = c => c.ReadWithCertificate(c.Written("ci.pem", "not a certificate")),
            ["`AZURE_CLIENT_CERTIFICATE_PATH` of a .cer file"] = c => c.ReadWithCertificate("/run/secrets/ci.cer"),
            ["`AZURE_CLIENT_CERTIFICATE_PATH` of a PFX with another password"] = c => c.ReadWithCertificate(c.Pfx()),
            ["a cloud whose authority is no https address"] = c =>
                c.Read(
                    new AcrClient(
                        null,
                        new AcrClientOptions { Cloud = AcrCloud.AzurePublicCloud with { AuthorityHost = new Uri("http://login.example.com") } }
                    )
                ),
            ["an empty assertion file"] = c => c.ReadAs(c.Workload(c.Written("token", ""))),
            ["a missing assertion file"] = c => c.ReadAs(c.Workload("/run/secrets/token")),
            ["an authority that refuses the connection"] = c => c.ReadAs(c.SecretAt(new Uri("https://localhost:1/"))),
            ["an authority that answers HTML"] = c => c.RefusedInHtml(),
            ["an authority that answers a page with 200"] = c => c.RefusedInHtml(200),
            ["an authority that throttles"] = c => c.RefusedInHtml(429, ""),
            ["a custom credential without a connection"] = c =>
                c.ReadAs(
                    Throwing(
                        new HttpRequestException(
                            HttpRequestError.ConnectionError,
                            "Connection refused (token.actions.githubusercontent.com:443)",
                            new SocketException((int)SocketError.ConnectionRefused)
                        )
                    )
                ),
            ["a custom credential that times out"] = c =>
                c.ReadAs(
                    Throwing(new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing."))
                ),
            ["a custom credential with a fault of its own"] = c =>
                c.ReadAs(Throwing(new KeyNotFoundException("The given key 'ACTIONS_ID_TOKEN_REQUEST_URL' was not present in the dictionary."))),
            ["an assertion's callback that times out"] = c =>
                c.ReadAs(
                    new ClientAssertionCredential(
                        Tenant,
                        c.emulator.ClientId,
                        _ =>
                            throw new TaskCanceledException(
                                "The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing."
                            ),
                        c.Trusting(new ClientAssertionCredentialOptions())
                    )
                ),
            ["Azure Pipelines that issues no OIDC token"] = c => c.ReadInPipelines(),
            ["a managed identity that is not assigned"] = c =>
                c.ReadAs(
                    new ManagedIdentityCredential(
                        new ManagedIdentityCredentialOptions(ManagedIdentityId.SystemAssigned) { Transport = c.Answered(NotAssigned) }
                    )
                ),
            ["a proxy that answers instead of the managed identity"] = c =>
                c.ReadAs(
                    new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(ManagedIdentityId.SystemAssigned) { Transport = c.Proxied() })
                ),
            ["an authority that does not respond"] = c => c.ReadFromSilence(),
            ["the same, at a revocation"] = c => c.RevokeInSilence(),
            ["an authority whose certificate is not trusted"] = c => c.ReadFromUntrustedAuthority(),
            ["a Resource Manager whose certificate is not trusted"] = c => c.ReadFromUntrusted(),
            ["a machine that is offline"] = c => c.ReadOffline(),
            ["a Resource Manager that does not respond"] = c => c.ReadFromSilentResourceManager(),
            ["a registry in China, with the default cloud"] = c =>
                c.Read(new AcrClient(), s => s.SetRegistryName("contoso.azurecr.cn").SetSubscriptionId(Substitutes.Subscription)),
            ["an authority of another cloud"] = c =>
                c.ReadWith("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.us/", AcrCloud.AzurePublicCloud),
            ["`az` signed in to another cloud"] = c =>
                c.ReadWithProfile(
                    $$"""{"id":"{{Substitutes.Subscription}}","name":"builds","state":"Enabled","tenantId":"{{Tenant}}","isDefault":true,"environmentName":"AzureChinaCloud"}"""
                ),
            ["`az login --allow-no-subscriptions`"] = c =>
                c.ReadWithProfile(
                    $$"""{"id":"{{Tenant}}","name":"N/A(tenant level account)","state":"Enabled","tenantId":"{{Tenant}}","isDefault":true,"environmentName":"AzureCloud"}"""
                ),
            ["a disabled default subscription of `az`"] = c =>
                c.ReadWithProfile(
                    $$"""{"id":"{{Substitutes.Subscription}}","name":"builds","state":"Disabled","tenantId":"{{Tenant}}","isDefault":true,"environmentName":"AzureCloud"}"""
                ),
            ["a subscription's id in quotes"] = c =>
                c.ReadWith("AZURE_SUBSCRIPTION_ID", $"\"{Substitutes.Subscription}\"\n", AcrCloud.AzurePublicCloud, "contoso"),
            ["`AddCertificateFile` of a missing file"] = c => c.AddCertificate(_ => null),
            ["`AddCertificateFile` of a certificate in DER"] = c => c.AddCertificate(certificate => certificate.RawData),
            ["`AddCertificateFile` of a PFX"] = c => c.AddCertificate(certificate => certificate.Export(X509ContentType.Pfx)),
        };

    public static async Task<SignInCases> StartAsync() => new() { emulator = await AcrEmulator.StartAsync() };

    /// <summary>The failure's message, without the ports and the folder of this run.</summary>
    public string Line(AcrException failure) =>
        Port().Replace(failure.Message, "localhost:44300").Replace(variables.Folder, "/home/ci", StringComparison.Ordinal);

    public ClientSecretCredential Secret(string secret, string? client = null, string tenant = Tenant) =>
        new(tenant, client ?? emulator.ClientId, secret, Trusting(new ClientSecretCredentialOptions()));

    public async ValueTask DisposeAsync()
    {
        held.ForEach(h => h.Dispose());
        variables.Dispose();
        await emulator.DisposeAsync();
    }

    public ClientAssertionCredential Assertion(bool expired)
    {
        var expiry = DateTimeOffset.UtcNow.AddMinutes(expired ? -1 : 5).ToUnixTimeSeconds();
        var assertion = $"{Part("{}")}.{Part($$"""{"aud":"api://AzureADTokenExchange","sub":"build","exp":{{expiry}}}""")}.c2lnbmVk";
        return new ClientAssertionCredential(Tenant, emulator.ClientId, () => assertion, Trusting(new ClientAssertionCredentialOptions()));

        static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }

    // Connects only to the emulator's authority, and trusts its certificate.
    private T Trusting<T>(T options)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = emulator.ResourceManagerEndpoint;
        if (options is ClientSecretCredentialOptions secret)
            secret.DisableInstanceDiscovery = true;
        if (options is ClientAssertionCredentialOptions assertion)
            assertion.DisableInstanceDiscovery = true;
        options.Transport = emulator.CreateClientOptions().Transport;
        options.Retry.Delay = TimeSpan.Zero;
        return options;
    }

    private Task<AcrException> Refused(int number, string said)
    {
        emulator.AddFault(
            new EmulatorFault("Authority_Token")
            {
                Times = int.MaxValue,
                Status = 401,
                Body =
                    $$"""{"error":"invalid_client","error_description":"AADSTS{{number}}: {{said}} Trace ID: 11111111-1111-1111-1111-111111111111 Correlation ID: 22222222-2222-2222-2222-222222222222 Timestamp: 2026-11-21 05:00:00Z","error_codes":[{{number}}]}""",
            }
        );
        return ReadAs(number == 700213 ? Assertion(expired: false) : Secret(emulator.ClientSecret));
    }

    private Task<AcrException> ReadAs(TokenCredential credential) => Read(new AcrClient(credential, emulator.CreateClientOptions()));

    private Task<AcrException> ReadWithCli(string error)
    {
        variables.PlayCli(error);
        return ReadWith("AZURE_TOKEN_CREDENTIALS", "dev");
    }

    private Task<AcrException> ReadWithTool(string tool, string script)
    {
        PlaySignedOutCli();
        variables.PlayTool(tool, script);
        return ReadWith(
            "AZURE_TOKEN_CREDENTIALS",
            tool switch
            {
                "az" => "AzureCliCredential",
                "azd" => "AzureDeveloperCliCredential",
                _ => "dev",
            }
        );
    }

    // The Azure CLI's credential reads the path when it is created. No managed identity is looked for in this network.
    private Task<AcrException> ReadWithNothing(Func<TokenCredential>? create = null)
    {
        PlaySignedOutCli();
        return ReadAs(create?.Invoke() ?? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeManagedIdentityCredential = true }));
    }

    // Whether or not this machine has one.
    private void PlaySignedOutCli() => variables.PlayCli("Please run 'az login' to setup account.\n");

    private DefaultAzureCredential WithoutIdentity() => new(new DefaultAzureCredentialOptions { Transport = Answered(NotAssigned) });

    private static HttpResponseMessage NotAssigned(HttpRequestMessage request) =>
        new(HttpStatusCode.BadRequest)
        {
            RequestMessage = request,
            Content = new StringContent(
                """{"error":"invalid_request","error_description":"Identity not found"}""",
                Encoding.UTF8,
                "application/json"
            ),
        };

    private static TokenCredential Throwing(Exception exception) => DelegatedTokenCredential.Create((_, _) => throw exception);

    private Task<AcrException> ReadInPipelines()
    {
        variables.Set("SYSTEM_OIDCREQUESTURI", "https://dev.azure.com/contoso/oidctoken");
        return ReadAs(
            new AzurePipelinesCredential(
                Tenant,
                emulator.ClientId,
                "a-service-connection",
                "not-a-token",
                new AzurePipelinesCredentialOptions
                {
                    Transport = Answered(_ => new HttpResponseMessage(HttpStatusCode.Found) { Content = new StringContent("") }),
                    AuthorityHost = emulator.ResourceManagerEndpoint,
                    DisableInstanceDiscovery = true,
                }
            )
        );
    }

    private string Pfx()
    {
        var path = Path.Combine(variables.Folder, "ci.pfx");
        using var certificate = Samples.Certificate();
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "not-its-password"));
        variables.Set("AZURE_CLIENT_CERTIFICATE_PASSWORD", "another");
        return path;
    }

    private Task<AcrException> ReadWithHangingCli()
    {
        variables.PlayCli("", "exec sleep 60");
        return ReadAs(new AzureCliCredential(new() { ProcessTimeout = TimeSpan.FromSeconds(0.5) }));
    }

    private Task<AcrException> ReadWith(string variable, string value, AcrCloud? cloud = null, string? registry = null)
    {
        variables.Set(variable, value);
        if (variable != "AZURE_TOKEN_CREDENTIALS" && cloud is null)
        {
            variables.Set("AZURE_CLIENT_ID", emulator.ClientId);
            variables.Set("AZURE_CLIENT_SECRET", emulator.ClientSecret);
            variables.Set("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");
        }

        var options = emulator.CreateClientOptions();
        options.Cloud = cloud ?? options.Cloud;
        options.SubscriptionId = null;
        return Read(new AcrClient(null, options), s => registry is null ? s : s.SetRegistryName(registry));
    }

    private Task<AcrException> ReadWithCertificate(string path)
    {
        variables.Set("AZURE_TENANT_ID", Tenant);
        variables.Set("AZURE_CLIENT_ID", emulator.ClientId);
        variables.Set("AZURE_CLIENT_CERTIFICATE_PATH", path);
        return ReadWith("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");
    }

    private Task<AcrException> ReadWithProfile(string account)
    {
        variables.WriteProfile(account);
        return Read(new AcrClient(), s => s.SetRegistryName("contoso"));
    }

    private Task<AcrException> ReadFromSilence()
    {
        var options = emulator.CreateClientOptions();
        options.OperationTimeout = TimeSpan.FromSeconds(0.5);
        return Read(new AcrClient(SilentlySignedIn(), options));
    }

    private async Task<AcrException> RevokeInSilence()
    {
        var options = emulator.CreateClientOptions();
        options.RevokeTimeout = TimeSpan.FromSeconds(0.5);
        var client = new AcrClient(SilentlySignedIn(), options);
        return await Should.ThrowAsync<AcrException>(
            client.RevokeTokenAsync(new AcrTokenRevokeSettings().SetRegistryName(Substitutes.Registry.ToString()).SetName("nightly"))
        );
    }

    private ClientSecretCredential SilentlySignedIn() => SecretAt(Silence());

    private ClientSecretCredential SecretAt(Uri authority) =>
        new(
            Tenant,
            emulator.ClientId,
            emulator.ClientSecret,
            new ClientSecretCredentialOptions
            {
                AuthorityHost = authority,
                DisableInstanceDiscovery = true,
                Retry = { MaxRetries = 1, Delay = TimeSpan.Zero },
            }
        );

    private WorkloadIdentityCredential Workload(string file)
    {
        variables.Set("AZURE_FEDERATED_TOKEN_FILE", file);
        return new WorkloadIdentityCredential(
            Trusting(
                new WorkloadIdentityCredentialOptions
                {
                    TenantId = Tenant,
                    ClientId = emulator.ClientId,
                    DisableInstanceDiscovery = true,
                }
            )
        );
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(variables.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<AcrException> RefusedInHtml(int status = 403, string body = "<html><body>Blocked by the proxy.</body></html>")
    {
        emulator.AddFault(
            new EmulatorFault("Authority_Token")
            {
                Times = int.MaxValue,
                Status = status,
                Body = body,
            }
        );
        return ReadAs(Secret(emulator.ClientSecret));
    }

    private HttpClientTransport Proxied() =>
        Answered(_ => new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("denied by the proxy") });

    private HttpClientTransport Answered(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        var handler = new Answering(answer);
        held.Add(handler);
        var http = new HttpClient(handler);
        held.Add(http);
        return new HttpClientTransport(http);
    }

    private Task<AcrException> ReadFromUntrustedAuthority()
    {
        variables.Set("AZURE_TENANT_ID", Tenant);
        variables.Set("AZURE_CLIENT_ID", emulator.ClientId);
        return ReadWith("AZURE_CLIENT_SECRET", emulator.ClientSecret);
    }

    private Task<AcrException> ReadFromUntrusted() =>
        Read(new AcrClient(emulator.Credential, new AcrClientOptions { Cloud = new AcrCloud(emulator.ResourceManagerEndpoint, "any") }));

    private Task<AcrException> ReadOffline() =>
        Read(
            new AcrClient(
                emulator.Credential,
                new AcrClientOptions
                {
                    Transport = Answered(request =>
                        throw new HttpRequestException(
                            HttpRequestError.NameResolutionError,
                            $"Name or service not known ({request.RequestUri!.Host}:443)",
                            new SocketException((int)SocketError.HostNotFound)
                        )
                    ),
                    Retry = { Delay = TimeSpan.Zero },
                }
            )
        );

    private Task<AcrException> ReadFromSilentResourceManager() =>
        Read(
            new AcrClient(
                emulator.Credential,
                new AcrClientOptions
                {
                    Cloud = new AcrCloud(Silence(), "any"),
                    Retry =
                    {
                        MaxRetries = 1,
                        Delay = TimeSpan.Zero,
                        NetworkTimeout = TimeSpan.FromSeconds(0.5),
                    },
                }
            )
        );

    private async Task<AcrException> Read(AcrClient client, Func<AcrRegistryGetSettings, AcrRegistryGetSettings>? configure = null)
    {
        var settings = new AcrRegistryGetSettings().SetRegistryName(Substitutes.Registry.ToString());
        return await Should.ThrowAsync<AcrException>(client.GetRegistryAsync(configure?.Invoke(settings) ?? settings));
    }

    private Task<AcrException> AddCertificate(Func<X509Certificate2, byte[]?> content)
    {
        var path = Path.Combine(variables.Folder, "registry.crt");
        using var certificate = Samples.Certificate();
        if (content(certificate) is { } bytes)
            File.WriteAllBytes(path, bytes);
        return Task.FromResult(Should.Throw<AcrException>(() => new AcrTokenCreateSettings().AddCertificateFile(path)));
    }

    // Starts a server that accepts every connection, and never responds.
    private Uri Silence()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        held.Add(listener);
        return new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    [GeneratedRegex("localhost:[0-9]+")]
    private static partial Regex Port();

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }
}
