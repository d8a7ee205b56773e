using System.Net;
using System.Text.Json.Nodes;
using AcrTokens.Emulator;

namespace AcrTokens.Tests;

/// <summary>The service's refusals, and the first line of each error.</summary>
public sealed class Refusals : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private Emulated emulated = null!;

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(log: log);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    public static TheoryData<string> Names => [.. RefusalCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_told_as_documented(string name)
    {
        var (simulations, line) = RefusalCases.All[name];
        await using var cases = await RefusalCases.StartAsync(simulations);

        FirstLines.In("refusals.md").GetValueOrDefault(name).ShouldBe(await line(cases));
    }

    [Fact]
    public void Are_all_that_is_documented_of_them() => FirstLines.In("refusals.md").Keys.ShouldBe(RefusalCases.All.Keys, ignoreOrder: true);

    [Fact]
    public async Task Of_a_policy_name_it_and_no_role()
    {
        await using var denying = await Emulated.StartAsync(o => o with { Simulations = new() { TokenPolicy = EmulatorTokenPolicy.Deny } });

        var failure = await Should.ThrowAsync<AcrException>(denying.Client.MintTokenAsync(denying.Mint));

        failure.Message.ShouldContain(
            "(403 RequestDisallowedByPolicy). The policy 'Container registries should have repository scoped access token disabled.' "
                + "forbids that, so no role helps: ask for an exemption of the registry"
        );
        failure.Message.ShouldNotContain("grant it a role");
        denying.Wire.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"error":{"code":"RequestDisallowedByPolicy","message":"m"}}""", "A company policy forbids that, so no role helps")]
    [InlineData("""{"error":{"code":"RequestDisallowedByPolicy","additionalInfo":7}}""", "A company policy forbids that, so no role helps")]
    [InlineData(
        """{"error":{"code":"RequestDisallowedByPolicy","additionalInfo":[7,{"info":null},{"info":{"policyAssignmentName":7}}]}}""",
        "A company policy forbids that, so no role helps"
    )]
    [InlineData(
        """{"error":{"code":"RequestDisallowedByPolicy","additionalInfo":[{"info":{"policyAssignmentName":"a"}},{"info":{"policyDefinitionDisplayName":"b"}}]}}""",
        "The policies 'a' and 'b' forbid that, so no role helps"
    )]
    [InlineData("""{"error":{"code":"PublicNetworkAccessDisabled","message":"m"}}""", "The network forbids that, so no role helps")]
    public async Task By_code_are_not_told_as_a_missing_role(string body, string advice)
    {
        emulated.Wire.Answer("PUT tokens/", HttpStatusCode.Forbidden, body);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain($"). {advice}");
        failure.Message.ShouldNotContain("grant it a role");
    }

    [Theory]
    [InlineData("ScopeLocked", "A lock on the registry, its resource group or its subscription forbids that")]
    [InlineData("ReadOnlyDisabledSubscription", "The subscription is disabled")]
    [InlineData("MissingSubscriptionRegistration", "az provider register --namespace Microsoft.ContainerRegistry")]
    public async Task That_last_are_met_once(string code, string advice)
    {
        emulated.Wire.Answer("PUT tokens/", HttpStatusCode.Conflict, $$$"""{"error":{"code":"{{{code}}}","message":"m"}}""");

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain(advice);
        emulated.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_delete_by_a_lock_are_one_warning_with_the_places_that_are_left()
    {
        await using var locked = await Emulated.StartAsync(
            o =>
                o with
                {
                    Sku = AcrEmulatorSku.Basic,
                    Simulations = new() { Lock = EmulatorLock.CanNotDelete },
                },
            log: log
        );
        var lease = await locked.Client.MintTokenAsync(locked.Mint);

        await lease.RevokeAsync();

        log.Lines.Where(l => l.StartsWith("Warning", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldStartWith(
                $"Warning: Token {lease.Name} was disabled, but a lock keeps it from being deleted: EnableKeepDisabled does not try to. "
                    + $"Registry 'myregistry' has 99 of its 100 places for tokens left. Could not delete token '{lease.Name}' of registry "
                    + "'myregistry' (409 ScopeLocked)."
            );
        locked.Wire.Sent.Count(s => s.StartsWith("DELETE", StringComparison.Ordinal)).ShouldBe(1);
        lease.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_delete_by_a_lock_stop_a_sweep()
    {
        await using var locked = await Emulated.StartAsync(o => o with { Simulations = new() { Lock = EmulatorLock.CanNotDelete } }, log: log);
        for (var i = 0; i < 12; i++)
            await (await locked.Client.MintTokenAsync(locked.Mint.EnableKeepDisabled())).RevokeAsync();
        locked.Clock.Advance(TimeSpan.FromHours(2));

        var report = await locked.Client.SweepTokensAsync(locked.Of(new AcrTokenSweepSettings()).SetDegreeOfParallelism(1));

        report.ShouldSatisfyAllConditions(r => r.Deleted.ShouldBe(0), r => r.Failed.ShouldBe(1), r => r.Stopped.ShouldBeTrue());
        locked.Wire.Sent.Count(s => s.StartsWith("DELETE", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.ShouldContain("Warning: Stopped: a lock lets nothing of registry myregistry be deleted");
    }

    [Theory]
    [InlineData(EmulatorLock.CanNotDelete, AcrPreflightSeverity.Warning, "keeps tokens from being deleted")]
    [InlineData(EmulatorLock.ReadOnly, AcrPreflightSeverity.Error, "no token can be minted")]
    public async Task By_a_lock_are_told_beforehand(EmulatorLock simulated, AcrPreflightSeverity severity, string told)
    {
        await using var locked = await Emulated.StartAsync(o => o with { Simulations = new() { Lock = simulated } });

        var report = await locked.Client.PreflightAsync(locked.Of(new AcrTokenPreflightSettings()));

        var finding = report.Findings.Single(f => f.Message.Contains("/locks/simulated'", StringComparison.Ordinal));
        finding.Severity.ShouldBe(severity);
        finding.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "<html>blocked</html>", "text/html", " answered 403 with text/html, which is not Resource Manager's")]
    [InlineData(HttpStatusCode.BadGateway, "upstream connect error", "text/plain", " answered 502 with text/plain, which is not Resource Manager's")]
    [InlineData(HttpStatusCode.Found, "", "text/html", " answered 302 with nothing, which is not Resource Manager's")]
    [InlineData(HttpStatusCode.OK, "", "application/json", " answered 200 with nothing, which is not Resource Manager's")]
    [InlineData(HttpStatusCode.OK, "<html>Sign in</html>", "text/html", " answered 200 with text/html, which is not Resource Manager's")]
    public async Task By_something_in_between_are_told_as_that(HttpStatusCode status, string body, string type, string told)
    {
        emulated.Wire.Change(
            "GET registry",
            response =>
            {
                response.StatusCode = status;
                response.Content = new StringContent(body, System.Text.Encoding.UTF8, type);
            }
        );

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings())));

        failure.Message.ShouldContain(
            $"localhost:{emulated.Emulator.ResourceManagerEndpoint.Port}{told}: a proxy, a firewall or a sign-in page may be in between. "
                + "Check the network and the cloud's endpoint."
        );
        failure.Message.ShouldNotContain("grant it a role");
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task By_something_in_between_delete_nothing(HttpStatusCode status)
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Change(
            "DELETE tokens/",
            answer =>
            {
                answer.StatusCode = status;
                answer.Content = new StringContent("<html>Sign in</html>", System.Text.Encoding.UTF8, "text/html");
            }
        );

        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldStartWith(
            $"Token '{lease.Name}' was disabled, but could not be deleted, after 1 try."
        );
    }

    [Fact]
    public async Task Of_the_token_server_are_told_in_its_own_words()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Answer(
            "GET /oauth2/token",
            HttpStatusCode.Forbidden,
            """{"errors":[{"code":"DENIED","message":"client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}"""
        );

        (await Should.ThrowAsync<AcrException>(lease.CanLogInAsync())).Message.ShouldEndWith(
            "its token server answered 403. It says: client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall "
                + "to grant access."
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Of_the_token_server_are_a_proof_that_could_not_be_made(HttpStatusCode status)
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint.EnableRevocationProof());
        emulated.Wire.Answer("GET /oauth2/token", status, header: status == HttpStatusCode.TooManyRequests ? ("Retry-After", "3600") : null);

        await lease.RevokeAsync();

        lease.RevokedOn.ShouldNotBeNull();
        lease.RefusedOn.ShouldBeNull();
        log.Lines.ShouldContain(l =>
            l.StartsWith(
                $"Warning: Token {lease.Name} was revoked, but the registry could not be asked whether it refuses the password.",
                StringComparison.Ordinal
            )
        );
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_the_token_server_that_pass_are_asked_again()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint.EnableRevocationProof());
        emulated.Wire.Answer("GET /oauth2/token", HttpStatusCode.TooManyRequests, times: 3, header: ("Retry-After", "2"));
        emulated.Wire.Answer("GET /oauth2/token", HttpStatusCode.ServiceUnavailable, times: 2);

        await lease.RevokeAsync();

        lease.RefusedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_policies_that_ask_elsewhere_are_met_with_the_builds_own_token()
    {
        var seen = Watch();

        await using var lease = await Client(o => o.PolicyToken = "a-policy-token").MintTokenAsync(emulated.Mint);

        seen["PUT"].ShouldBe("a-policy-token");
        seen["POST"].ShouldBe("a-policy-token");
        seen["GET"].ShouldBeNull();
    }

    [Fact]
    public async Task Of_policies_that_ask_elsewhere_are_met_with_a_token_for_that_change()
    {
        emulated.Wire.Answer(
            "POST /providers/Microsoft.Authorization/acquirePolicyToken",
            HttpStatusCode.OK,
            """{"result":"Succeeded","token":"an-acquired-token"}"""
        );
        var seen = Watch();

        var lease = await Client(o => o.ChangeReference = "CHG-4711").MintTokenAsync(emulated.Mint);

        seen["PUT"].ShouldBe("an-acquired-token");
        var question = JsonNode.Parse(emulated.Wire.Bodies[0])!;
        question["changeReference"]!.ToString().ShouldBe("CHG-4711");
        question["operation"]!["httpMethod"]!.ToString().ShouldBe("PUT");
        question["operation"]!["uri"]!.ToString().ShouldBe(emulated.Wire.Urls[1].AbsoluteUri);
        question["operation"]!["content"]!.ToJsonString().ShouldBe(JsonNode.Parse(emulated.Wire.Bodies[1])!.ToJsonString());
        await lease.RevokeAsync();
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_policy_token_are_told_before_the_change()
    {
        emulated.Wire.Answer(
            "POST /providers/Microsoft.Authorization/acquirePolicyToken",
            HttpStatusCode.Forbidden,
            """{"error":{"code":"Denied","message":"The change is not approved."}}"""
        );

        var failure = await Should.ThrowAsync<AcrException>(Client(o => o.AcquirePolicyToken = true).MintTokenAsync(emulated.Mint));

        failure.Message.ShouldStartWith("Could not acquire a policy token to create token 'acrt-");
        failure.Message.ShouldContain("The change is not approved.");
        emulated.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_policy_token_keep_no_token_from_its_end()
    {
        emulated.Wire.Answer(
            "POST /providers/Microsoft.Authorization/acquirePolicyToken",
            HttpStatusCode.OK,
            """{"token":"an-acquired-token"}""",
            times: 2
        );
        emulated.Wire.Answer("POST /providers/Microsoft.Authorization/acquirePolicyToken", HttpStatusCode.Forbidden);
        var lease = await Client(o => o.AcquirePolicyToken = true).MintTokenAsync(emulated.Mint);

        await lease.RevokeAsync();

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_policy_token_that_wants_time_keep_no_token_from_its_end()
    {
        emulated.Wire.Answer(
            "POST /providers/Microsoft.Authorization/acquirePolicyToken",
            HttpStatusCode.OK,
            """{"token":"an-acquired-token"}""",
            times: 2
        );
        emulated.Wire.Answer(
            "POST /providers/Microsoft.Authorization/acquirePolicyToken",
            HttpStatusCode.TooManyRequests,
            header: ("Retry-After", "60")
        );
        var lease = await Client(o => o.AcquirePolicyToken = true).MintTokenAsync(emulated.Mint);

        await lease.RevokeAsync().WaitAsync(TimeSpan.FromSeconds(20));

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_policies_that_ask_elsewhere_are_not_met_with_an_empty_token()
    {
        var seen = Watch();

        await using var lease = await Client(o =>
            {
                o.PolicyToken = "";
                o.ChangeReference = " ";
            })
            .MintTokenAsync(emulated.Mint);

        seen["PUT"].ShouldBeNull();
        emulated.Wire.Sent.ShouldNotContain(s => s.Contains("acquirePolicyToken", StringComparison.Ordinal));
    }

    private AcrClient Client(Action<AcrClientOptions> configure)
    {
        var options = emulated.ClientOptions();
        configure(options);
        return new AcrClient(Emulated.Credential(emulated.Emulator.AccessToken), options);
    }

    // Records the last value of the header for each method.
    private Dictionary<string, string?> Watch()
    {
        var seen = new Dictionary<string, string?>();
        foreach (var method in new[] { "PUT tokens/", "POST generate", "GET tokens/" })
            emulated.Wire.Change(
                method,
                response =>
                    seen[response.RequestMessage!.Method.Method] = response.RequestMessage.Headers.TryGetValues(
                        "x-ms-policy-external-evaluations",
                        out var values
                    )
                        ? values.Single()
                        : null
            );
        return seen;
    }
}
