using Azure.Core;
using Azure.Identity;

namespace AcrTokens.Tests;

/// <summary>The reason of a failed sign-in is reported in every task that calls Azure, and at the end of the process.</summary>
[Collection(EnvironmentOfATest.Name)]
public sealed class FailedSignIns : IAsyncLifetime
{
    private const string Reason = "signing in to Azure failed: AADSTS700024, the OIDC assertion has expired";

    private Emulated emulated = null!;
    private int signIns;
    private bool isOver = true;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Are_the_first_line_of_a_mint_and_a_sweep()
    {
        var client = Client();

        (await Should.ThrowAsync<AcrException>(client.MintTokenAsync(emulated.Mint))).Message.ShouldContain(Reason);
        (await Should.ThrowAsync<AcrException>(client.SweepTokensAsync(emulated.Of(new AcrTokenSweepSettings())))).Message.ShouldContain(Reason);
    }

    [Fact]
    public async Task Are_a_finding_of_a_preflight()
    {
        var report = await Client().PreflightAsync(emulated.Of(new AcrTokenPreflightSettings()));

        report.IsGood.ShouldBeFalse();
        report.Findings.ShouldContain(f => f.Severity == AcrPreflightSeverity.Error && f.Message.Contains(Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_revocation_are_told_after_one_try()
    {
        isOver = false;
        var lease = await Client().MintTokenAsync(emulated.Mint);
        (isOver, signIns) = (true, 0);

        var failure = await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        failure.Message.ShouldContain($"after 1 try. Could not update token '{lease.Name}' of registry 'myregistry': {Reason}");
        failure
            .ToString()
            .Split('\n')
            .Count(line => line.Contains("AADSTS700024", StringComparison.Ordinal))
            .ShouldBeGreaterThan(2, "each cause says it");
        signIns.ShouldBe(1);
        (await AcrTokenGuard.RevokeAllAsync())
            .Where(line => line.Contains(lease.Name, StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldContain(Reason);
        await emulated.Client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings()).SetName(lease.Name));
        LeaseBook.Remove(lease);
    }

    [Fact]
    public async Task That_may_pass_are_tried_again()
    {
        var client = new AcrClient(
            DelegatedTokenCredential.Create(
                (_, _) =>
                    ++signIns < 4
                        ? throw new AuthenticationFailedException(
                            "No answer.",
                            new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (localhost:1)")
                        )
                        : new AccessToken(emulated.Emulator.AccessToken, DateTimeOffset.MaxValue)
            ),
            emulated.ClientOptions()
        );

        await client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings()).SetName("a-token"));

        signIns.ShouldBe(4);
    }

    [Fact]
    public async Task Of_an_environment_that_was_wrong_are_over_once_it_is_right()
    {
        using var variables = new Variables();
        var options = emulated.ClientOptions();
        options.Cloud = options.Cloud with { AuthorityHost = new Uri("https://localhost:1/") };
        options.Retry.MaxRetries = 0;
        var client = new AcrClient(null, options);
        variables.Set("AZURE_TOKEN_CREDENTIALS", "ci");
        var wrong = await Should.ThrowAsync<AcrException>(client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings())));
        variables.Set("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");

        var right = await Should.ThrowAsync<AcrException>(client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings())));

        wrong.Message.ShouldContain("AZURE_TOKEN_CREDENTIALS: ci");
        wrong.NothingDone.ShouldBeTrue();
        right.Message.ShouldContain("no Azure credential was found");
    }

    [Fact]
    public async Task For_a_certificate_that_is_not_trusted_are_tried_once()
    {
        using var variables = new Variables();
        variables.Set("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");
        variables.Set("AZURE_TENANT_ID", "33333333-4444-5555-6666-777777777777");
        variables.Set("AZURE_CLIENT_ID", "44444444-5555-6666-7777-888888888888");
        variables.Set("AZURE_CLIENT_SECRET", "not-a-secret");
        using var authority = new UntrustedServer();
        var options = emulated.ClientOptions();
        options.Cloud = options.Cloud with { AuthorityHost = authority.Address };

        var failure = await Should.ThrowAsync<AcrException>(new AcrClient(null, options).MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("the sign-in's server shows a certificate that this machine does not trust (");
        authority.Handshakes.ShouldBe(1);
    }

    // Each access token is about to expire.
    private AcrClient Client() =>
        new(
            DelegatedTokenCredential.Create(
                (_, _) =>
                {
                    signIns++;
                    return isOver
                        ? throw new AuthenticationFailedException("AADSTS700024: Client assertion is not within its valid time range. Trace ID: 1")
                        : new AccessToken(emulated.Emulator.AccessToken, DateTimeOffset.UtcNow);
                }
            ),
            emulated.ClientOptions()
        );
}
