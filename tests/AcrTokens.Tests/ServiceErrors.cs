using System.Net;
using Microsoft.Extensions.Logging.Abstractions;

namespace AcrTokens.Tests;

/// <summary>Each failure produces one line that says what to do, and leaves nothing behind.</summary>
public sealed class ServiceErrors : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync()
    {
        emulated.Emulator.Tokens.ShouldBeEmpty("nothing may be left behind");
        await emulated.DisposeAsync();
    }

    [Fact]
    public async Task Missing_right_names_the_action()
    {
        emulated.Wire.Answer(
            "POST generateCredentials",
            HttpStatusCode.Forbidden,
            """
            {"error":{"code":"AuthorizationFailed","message":"The client 'x' with object id 'y' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/generateCredentials/action' over scope '/subscriptions/z' or the scope is invalid."}}
            """
        );

        var failure = await MintFails();

        failure.Message.ShouldContain("generate credentials of token");
        failure.Message.ShouldContain(
            "(403 AuthorizationFailed). The credential lacks the right "
                + "'Microsoft.ContainerRegistry/registries/generateCredentials/action'. The smallest built-in role that has it is 'Container "
                + "Registry Contributor and Data Access Configuration Administrator'."
        );
        failure.ShouldSatisfyAllConditions(
            f => f.Status.ShouldBe(403),
            f => f.ServiceCode.ShouldBe("AuthorizationFailed"),
            f => f.RequestId.ShouldBe("request-id-of-a-fault"),
            f => f.Operation.ShouldStartWith("generate credentials of token"),
            f => f.Resource.ShouldStartWith(emulated.RegistryId.ToString())
        );
    }

    [Theory]
    [InlineData("tokens/read", "'Container Registry Configuration Reader and Data Access Configuration Reader'.")]
    [InlineData("tokens/write", "'Container Registry Contributor and Data Access Configuration Administrator'.")]
    [InlineData("scopeMaps/delete", "'Container Registry Contributor and Data Access Configuration Administrator'.")]
    [InlineData("regenerateCredential/action", "Contributor on the registry has it.")]
    public async Task Missing_right_names_a_role_that_has_it(string action, string role)
    {
        emulated.Wire.Answer(
            "PUT tokens/",
            HttpStatusCode.Forbidden,
            $$$"""
            {"error":{"code":"AuthorizationFailed","message":"does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/{{{action}}}' over scope"}}
            """
        );

        (await MintFails()).Message.ShouldContain(role);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "QuotaExceeded", "The registry has reached its limit.")]
    [InlineData(HttpStatusCode.BadRequest, "LimitReached", "The quota of tokens is used up.")]
    public async Task Full_registry_is_not_taken_for_a_missing_right(HttpStatusCode status, string code, string message)
    {
        emulated.Wire.Answer("PUT tokens/", status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""");

        (await MintFails()).Message.ShouldContain(
            $"({(int)status} {code}). The registry holds no more of them: sweep what is over (AcrTokenSweep), revoke sooner, or take a "
                + $"larger SKU. The service says: {message}"
        );
    }

    [Fact]
    public async Task Missing_registry_group_and_subscription_are_told_apart()
    {
        var registry = AcrResourceIds.Registry(emulated.RegistryId.SubscriptionId!, emulated.RegistryId.ResourceGroupName!, "fabrikam");
        var group = AcrResourceIds.Registry(emulated.RegistryId.SubscriptionId!, "others", emulated.RegistryId.Name);
        var subscription = AcrResourceIds.Registry(Guid.Empty.ToString(), emulated.RegistryId.ResourceGroupName!, emulated.RegistryId.Name);

        (await MintFails(s => s.SetRegistryName(registry.ToString()))).Message.ShouldContain(
            $"There is no registry 'fabrikam' in resource group '{registry.ResourceGroupName}'."
        );
        (await MintFails(s => s.SetRegistryName(group.ToString()))).Message.ShouldContain("There is no resource group 'others' in the subscription.");
        (await MintFails(s => s.SetRegistryName(subscription.ToString()))).Message.ShouldContain(
            $"There is no subscription '{Guid.Empty}' for this credential."
        );
    }

    [Fact]
    public async Task Missing_token_is_told()
    {
        var update = emulated.Of(new AcrTokenUpdateSettings()).SetName("nobodys").Disable();

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.UpdateTokenAsync(update));

        failure.Message.ShouldStartWith(
            $"Could not update token 'nobodys' of registry '{emulated.RegistryId.Name}' (404 ResourceNotFound). It does not exist."
        );
    }

    [Fact]
    public async Task Refused_access_token_is_told()
    {
        var client = new AcrClient(Emulated.Credential("somebody-elses"), emulated.ClientOptions());

        (await MintFails(client: client)).Message.ShouldContain("Azure did not accept the credential's access token");
    }

    [Fact]
    public async Task Missing_credential_says_what_it_lacks()
    {
        var credential = Azure.Core.DelegatedTokenCredential.Create(
            (_, _) =>
                throw new Azure.Identity.CredentialUnavailableException(
                    "EnvironmentCredential authentication unavailable.\nEnvironment variables are not fully configured."
                )
        );

        var failure = await MintFails(client: new AcrClient(credential, emulated.ClientOptions()));

        failure.Message.ShouldContain(
            "no Azure credential was found by EnvironmentCredential (Environment variables are not fully configured). The client was given that credential"
        );
        failure.ToString().ShouldContain("---> Azure.Identity.CredentialUnavailableException: EnvironmentCredential");
        failure.ToString().ShouldNotContain("at Azure.", customMessage: "the cause's stack drowns the line that helps");
        emulated.Wire.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Failed_sign_in_shows_no_assertion()
    {
        const string assertion = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJidWlsZCJ9.c2lnbmF0dXJl";
        var credential = Azure.Core.DelegatedTokenCredential.Create(
            (_, _) => throw new Azure.Identity.AuthenticationFailedException($"not taken: {assertion}", new FormatException(assertion))
        );

        var failure = await MintFails(client: new AcrClient(credential, emulated.ClientOptions()));

        failure.Message.ShouldContain("signing in to Azure failed: not taken: [REDACTED].");
        failure.ToString().ShouldNotContain("eyJ");
    }

    [Fact]
    public async Task Untrusted_certificate_is_not_tried_again()
    {
        var asked = 0;
        using var untrusted = new Untrusted(() => asked++);
        using var http = new HttpClient(untrusted);
        var options = emulated.ClientOptions();
        options.Transport = new Azure.Core.Pipeline.HttpClientTransport(http);
        var client = new AcrClient(Emulated.Credential("a-token"), options);

        (await MintFails(client: client)).NothingDone.ShouldBeTrue();
        asked.ShouldBe(1);
        (
            await Should.ThrowAsync<AcrException>(client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings()).SetName("a-token")))
        ).Message.ShouldContain("after 1 try. Could not update token");
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task Failed_sign_in_says_why_in_one_line()
    {
        var credential = Azure.Core.DelegatedTokenCredential.Create(
            (_, _) => throw new Azure.Identity.AuthenticationFailedException("the secret\nexpired")
        );

        (await MintFails(client: new AcrClient(credential, emulated.ClientOptions()))).Message.ShouldContain(
            "signing in to Azure failed: the secret expired."
        );
    }

    [Fact]
    public async Task Unreachable_endpoint_names_it()
    {
        var options = new AcrClientOptions
        {
            Cloud = new AcrCloud(new Uri("https://localhost:1"), "https://management.azure.com"),
            Retry =
            {
                MaxRetries = 1,
                Delay = TimeSpan.Zero,
                MaxDelay = TimeSpan.Zero,
            },
        };

        var failure = await MintFails(client: new AcrClient(Emulated.Credential("a-token"), options));

        failure.Message.ShouldContain("Resource Manager at localhost:1 did not answer (");
        failure.Message.ShouldEndWith("Check the network, the proxy and the cloud's endpoint.");
        failure.NothingDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Token_server_that_says_nothing_is_told_with_the_time_that_it_had()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var server = new TokenServer(
            new AcrClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(0.3) } },
            NullLogger.Instance
        );

        var failure = await Should.ThrowAsync<AcrException>(
            server.AcceptsAsync($"localhost:{((IPEndPoint)silent.LocalEndpoint).Port}", "ci", "not-a-password", default)
        );

        failure.Message.ShouldEndWith("as 'ci': its token server did not answer within 0.3 s. Check the network, the proxy and the login server.");
    }

    [Fact]
    public async Task Lost_answers_roll_back()
    {
        emulated.Wire.LoseAnswer("PUT tokens/");

        var failure = await MintFails();

        failure.Message.ShouldContain("did not answer (the connection was reset)");
        emulated.Wire.Sent[^2].ShouldStartWith("DELETE tokens/");
    }

    [Fact]
    public async Task Failed_creation_rolls_back()
    {
        emulated.Wire.Answer("GET tokens/", HttpStatusCode.OK, """{"status":"Failed","error":{"code":"QuotaReached","message":"no more tokens"}}""");

        var failure = await MintFails();

        failure.Message.ShouldContain("(200 QuotaReached). The service began and ended with Failed. The service says: no more tokens");
    }

    [Theory]
    [InlineData("""{"username":"a-tok""")]
    [InlineData("""["a-token"]""")]
    [InlineData("null")]
    [InlineData("""{"username":1}""")]
    [InlineData("""{"passwords":"password1"}""")]
    [InlineData("""{"passwords":[null,{"name":"password1","expiry":"soon"}]}""")]
    public async Task Unreadable_answer_is_told_and_rolls_back(string answer)
    {
        emulated.Wire.Answer("POST generateCredentials", HttpStatusCode.OK, answer);

        (await MintFails()).Message.ShouldContain("Resource Manager's answer (200) cannot be read. Request id request-id-of-a-fault.");
    }

    [Fact]
    public async Task Answer_without_a_request_id_says_nothing_of_one()
    {
        emulated.Wire.Change(
            "POST generateCredentials",
            answer =>
            {
                answer.Content = new StringContent("[]", System.Text.Encoding.UTF8, "application/json");
                answer.Headers.Remove("x-ms-request-id");
            }
        );

        (await MintFails()).Message.ShouldEndWith("Resource Manager's answer (200) cannot be read.");
    }

    [Fact]
    public async Task Answer_that_is_no_json_is_told_by_its_status()
    {
        emulated.Wire.Answer("PUT tokens/", HttpStatusCode.BadRequest, "<html>a proxy's own page</html>");

        (await MintFails()).Message.ShouldContain("(400). Request id request-id-of-a-fault.");
    }

    private async Task<AcrException> MintFails(Func<AcrTokenMintSettings, AcrTokenMintSettings>? configure = null, AcrClient? client = null)
    {
        var settings = configure?.Invoke(emulated.Mint) ?? emulated.Mint;
        var failure = await Should.ThrowAsync<AcrException>((client ?? emulated.Client).MintTokenAsync(settings));
        failure.Message.ShouldNotContain('\n');
        return failure;
    }

    private sealed class Untrusted(Action asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked();
            throw new HttpRequestException(
                HttpRequestError.SecureConnectionError,
                "The SSL connection could not be established, see inner exception.",
                new System.Security.Authentication.AuthenticationException(
                    "The remote certificate is invalid because of errors in the certificate chain: PartialChain"
                )
            );
        }
    }
}
