using System.Net;

namespace AcrTokens.Tests;

/// <summary>A mint on a token that exists: it stays.</summary>
public sealed class ExistingTokens
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Are_enabled_with_a_new_password_and_then_disabled_without_it()
    {
        await using var emulated = await StartAsync();

        var lease = await emulated.Client.MintTokenAsync(Mint(emulated));

        lease.Name.ShouldBe("ci-push");
        lease.ExpiresOn.ShouldBeInRange(Now.AddMinutes(30).AddSeconds(-1), Now.AddMinutes(30));
        (await lease.CanLogInAsync()).ShouldBeTrue();
        var used = await ReadAsync(emulated);
        used.Status.ShouldBe(AcrTokenStatus.Enabled);
        used.Passwords.ShouldHaveSingleItem().Name.ShouldBe(lease.PasswordName);

        await lease.RevokeAsync();

        (await lease.CanLogInAsync()).ShouldBeFalse();
        lease.RevokedOn.ShouldBe(Now);
        var left = await ReadAsync(emulated);
        left.Status.ShouldBe(AcrTokenStatus.Disabled);
        left.Passwords.ShouldBeEmpty();
        left.ScopeMapId!.Name.ShouldBe("_repositories_push");
    }

    [Fact]
    public async Task Take_three_requests_to_mint_and_two_to_revoke()
    {
        await using var emulated = await StartAsync();
        emulated.Wire.Sent.Clear();

        var lease = await emulated.Client.MintTokenAsync(Mint(emulated));
        emulated.Wire.Requests.ShouldBe(["GET tokens/ci-push", "POST generateCredentials", "PATCH tokens/ci-push"]);
        emulated.Wire.Sent.Clear();

        await lease.RevokeAsync();
        emulated.Wire.Requests.ShouldBe(["GET tokens/ci-push", "PATCH tokens/ci-push"]);
    }

    [Fact]
    public async Task Serve_two_builds_that_end_in_any_order()
    {
        await using var emulated = await StartAsync();
        await using var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));
        new[] { first.PasswordName, second.PasswordName }.ShouldBe(
            [AcrTokenPasswordName.Password1, AcrTokenPasswordName.Password2],
            ignoreOrder: true
        );

        await first.RevokeAsync();
        (await first.CanLogInAsync()).ShouldBeFalse();
        (await second.CanLogInAsync()).ShouldBeTrue();

        await second.RevokeAsync();
        (await ReadAsync(emulated)).Status.ShouldBe(AcrTokenStatus.Disabled);
    }

    [Fact]
    public async Task Refuse_a_third_build_and_say_until_when()
    {
        await using var emulated = await StartAsync();
        await using var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));
        emulated.Wire.Sent.Clear();

        var failure = await Should.ThrowAsync<AcrException>(() => emulated.Client.MintTokenAsync(Mint(emulated)));

        failure.Message.ShouldMatch(
            "^Could not mint a token of registry 'myregistry': 'ci-push' has no free password \\(password1 until 2026-11-21 06:29:59Z, password2 until "
                + "2026-11-21 06:29:59Z\\)\\. Wait for it \\(SetTokenWait\\), or name another token \\(AddToken\\)\\.$"
        );
        emulated.Wire.Requests.ShouldBe(["GET tokens/ci-push"]);
        (await first.CanLogInAsync() && await second.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Let_a_third_build_wait_for_its_turn()
    {
        await using var emulated = await StartAsync();
        var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));
        var reads = 0;
        emulated.Wire.Before("GET tokens/ci-push", () => ++reads == 3 ? first.RevokeAsync() : Task.CompletedTask, times: 3);

        await using var third = await emulated.Client.MintTokenAsync(Mint(emulated).SetTokenWait(TimeSpan.FromMinutes(1)));

        third.PasswordName.ShouldBe(first.PasswordName);
        (await third.CanLogInAsync() && await second.CanLogInAsync()).ShouldBeTrue();
        emulated.Clock.GetUtcNow().ShouldBe(Now.AddSeconds(10), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Let_a_build_wait_no_longer_than_it_says()
    {
        await using var emulated = await StartAsync();
        await using var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));

        await Should.ThrowAsync<AcrException>(() => emulated.Client.MintTokenAsync(Mint(emulated).SetTokenWait(TimeSpan.FromSeconds(12))));

        emulated.Clock.GetUtcNow().ShouldBe(Now.AddSeconds(12), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Are_chosen_by_what_is_free()
    {
        await using var emulated = await StartAsync("ci-push", "ci-push-2");
        await using var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));

        await using var third = await emulated.Client.MintTokenAsync(Mint(emulated).AddToken("ci-push-2").AddToken("ci-none"));

        third.Name.ShouldBe("ci-push-2");
    }

    [Fact]
    public async Task That_do_not_exist_are_named()
    {
        await using var emulated = await StartAsync();

        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.MintTokenAsync(Mint(emulated).SetTokens("ci-none", "ci-nothing").SetTokenWait(TimeSpan.FromMinutes(1)))
        );

        failure.Message.ShouldContain("there is no token 'ci-none'");
        failure.Message.ShouldContain("there is no token 'ci-nothing'");
        emulated.Clock.GetUtcNow().ShouldBe(Now, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Stay_enabled_for_somebody_whose_password_has_no_expiry()
    {
        await using var emulated = await StartAsync();
        var another = await GenerateAsync(emulated, expiresOn: null);
        await emulated.Client.UpdateTokenAsync(emulated.Of(new AcrTokenUpdateSettings().SetName("ci-push").Enable()));

        var lease = await emulated.Client.MintTokenAsync(Mint(emulated));
        lease.PasswordName.ShouldBe(AcrTokenPasswordName.Password2);
        await lease.RevokeAsync();

        var left = await ReadAsync(emulated);
        left.Status.ShouldBe(AcrTokenStatus.Enabled);
        left.Passwords.ShouldHaveSingleItem().Name.ShouldBe(another);
    }

    [Fact]
    public async Task That_are_disabled_are_not_enabled_for_somebody_else()
    {
        await using var emulated = await StartAsync();
        await GenerateAsync(emulated, expiresOn: null);
        emulated.Wire.Sent.Clear();

        var failure = await Should.ThrowAsync<AcrException>(() => emulated.Client.MintTokenAsync(Mint(emulated)));

        failure.Message.ShouldContain("is disabled and has password1, which has no expiry: enabling it would let that log in");
        emulated.Wire.Requests.ShouldBe(["GET tokens/ci-push"]);
    }

    [Fact]
    public async Task Lose_what_an_incomplete_end_left_on_them()
    {
        await using var emulated = await StartAsync();
        await GenerateAsync(emulated, Now.AddHours(1));
        await GenerateAsync(emulated, Now.AddHours(1), AcrTokenPasswordName.Password2);
        emulated.Clock.Advance(TimeSpan.FromMinutes(5));

        await using var lease = await emulated.Client.MintTokenAsync(Mint(emulated));

        (await ReadAsync(emulated)).Passwords.ShouldHaveSingleItem().Name.ShouldBe(lease.PasswordName);
        (await lease.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Are_tried_again_if_another_build_takes_the_same_password_meanwhile()
    {
        await using var emulated = await StartAsync();
        var taken = default(AcrTokenPasswordName);
        emulated.Wire.Before(
            "PATCH tokens/ci-push",
            async () =>
            {
                taken = (await ReadAsync(emulated)).Passwords.ShouldHaveSingleItem().Name;
                await GenerateAsync(emulated, Now.AddMinutes(20), taken);
            }
        );

        var lease = await emulated.Client.MintTokenAsync(Mint(emulated));

        lease.PasswordName.ShouldNotBe(taken);
        (await lease.CanLogInAsync()).ShouldBeTrue();
        await lease.RevokeAsync();
        var left = await ReadAsync(emulated);
        left.Status.ShouldBe(AcrTokenStatus.Enabled);
        left.Passwords.ShouldHaveSingleItem().Name.ShouldBe(taken);
    }

    [Fact]
    public async Task Are_read_again_if_another_build_leaves_while_this_one_does()
    {
        await using var emulated = await StartAsync();
        var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        var second = await emulated.Client.MintTokenAsync(Mint(emulated));
        emulated.Wire.Before("PATCH tokens/ci-push", () => second.RevokeAsync());

        await first.RevokeAsync();

        var left = await ReadAsync(emulated);
        left.Status.ShouldBe(AcrTokenStatus.Disabled);
        left.Passwords.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST generateCredentials")]
    [InlineData("PATCH tokens/ci-push")]
    public async Task Are_left_as_they_were_by_a_mint_that_fails(string lost)
    {
        await using var emulated = await StartAsync();
        emulated.Wire.LoseAnswer(lost, times: 4);

        await Should.ThrowAsync<AcrException>(() => emulated.Client.MintTokenAsync(Mint(emulated)));

        var left = await ReadAsync(emulated);
        left.Status.ShouldBe(AcrTokenStatus.Disabled);
        left.Passwords.ShouldBeEmpty();
        AcrTokenGuard.ForgottenLeases.ShouldNotContain(open => open.Name == "ci-push");
    }

    [Fact]
    public async Task Are_renewed_on_the_password_that_nobody_uses()
    {
        await using var emulated = await StartAsync();
        var lease = await emulated.Client.MintTokenAsync(Mint(emulated));
        var before = lease.PasswordName;
        emulated.Wire.Sent.Clear();

        await lease.RenewAsync();

        emulated.Wire.Requests.ShouldBe(["GET tokens/ci-push", "POST generateCredentials"]);
        lease.PasswordName.ShouldNotBe(before);
        await lease.RevokeAsync();
        (await ReadAsync(emulated)).Passwords.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_not_renewed_at_another_builds_cost()
    {
        await using var emulated = await StartAsync();
        await using var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));

        var failure = await Should.ThrowAsync<AcrException>(first.RenewAsync());

        failure.Message.ShouldBe($"Could not renew token 'ci-push' of registry 'myregistry': somebody else uses its {second.PasswordName}.");
        (await first.CanLogInAsync() && await second.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Are_revoked_from_another_process_by_the_password()
    {
        await using var emulated = await StartAsync();
        var first = await emulated.Client.MintTokenAsync(Mint(emulated));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated));
        first.Detach();

        await emulated.Client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings().SetName("ci-push").SetPasswordName(first.PasswordName)));

        (await first.CanLogInAsync()).ShouldBeFalse();
        (await second.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Are_told_from_tokens_that_a_mint_created()
    {
        await using var emulated = await StartAsync();
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.RevokeTokenAsync(emulated.Of(new AcrTokenRevokeSettings().SetName(lease.Name).SetPasswordName(lease.PasswordName)))
        );

        failure.Message.ShouldContain($"'{lease.Name}' was created by a mint: leave out SetPasswordName");
    }

    [Fact]
    public async Task Are_attached_to_by_the_password()
    {
        await using var emulated = await StartAsync();
        var lease = await emulated.Client.MintTokenAsync(Mint(emulated));
        lease.Detach();
        var settings = emulated.Of(new AcrTokenRevokeSettings().SetName("ci-push").SetPasswordName(lease.PasswordName));

        await using (var attached = await AcrTokenLease.AttachAsync(emulated.Client, settings))
            attached.ExpiresOn.ShouldBe(lease.ExpiresOn);

        (await ReadAsync(emulated)).Status.ShouldBe(AcrTokenStatus.Disabled);
    }

    [Fact]
    public async Task Are_rehearsed()
    {
        var log = new ListLogger();
        await using var emulated = await StartAsync(log: log);
        emulated.Wire.Sent.Clear();

        await using var lease = await emulated.Client.MintTokenAsync(Mint(emulated).EnableWhatIf());

        emulated.Wire.Sent.ShouldBeEmpty();
        log.Lines.Count(line => line.Contains("What if: ", StringComparison.Ordinal)).ShouldBe(3);
        log.Lines[^1].ShouldMatch("What if: PATCH .*/tokens/ci-push \\(status = enabled\\)");
    }

    [Fact]
    public async Task With_wrong_settings_are_refused_before_anything_is_sent()
    {
        await using var emulated = await StartAsync();
        emulated.Wire.Sent.Clear();

        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.PrepareTokenAsync(
                Mint(emulated)
                    .AddToken("no")
                    .SetScopeMap("_repositories_push")
                    .SetTokenWait(TimeSpan.FromSeconds(-1))
                    .SetLoginWait(TimeSpan.FromSeconds(-2))
            )
        );

        foreach (var mistake in new[] { "'no' is not a token's name", "its own permissions", "needs no preparation", "-00:00:01", "-00:00:02" })
            failure.Message.ShouldContain(mistake);
        emulated.Wire.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_waited_for_until_the_registry_takes_the_password()
    {
        await using var emulated = await StartAsync();
        emulated.Wire.Answer("GET /oauth2/token", HttpStatusCode.Unauthorized, times: 3);

        await using var lease = await emulated.Client.MintTokenAsync(Mint(emulated).SetLoginWait(TimeSpan.FromMinutes(1)));

        emulated.Clock.GetUtcNow().ShouldBe(Now.AddSeconds(7), TimeSpan.FromSeconds(1));
        emulated.Wire.Sent.Count(request => request == "GET /oauth2/token").ShouldBe(4);
    }

    [Fact]
    public async Task Are_given_back_if_the_registry_does_not_take_the_password_in_time()
    {
        await using var emulated = await StartAsync();
        emulated.Wire.Answer("GET /oauth2/token", HttpStatusCode.Unauthorized);

        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.MintTokenAsync(Mint(emulated).SetLoginWait(TimeSpan.FromMinutes(1)))
        );

        failure.Message.ShouldContain("after 00:01:00 the registry still refuses its password");
        (await ReadAsync(emulated)).Status.ShouldBe(AcrTokenStatus.Disabled);
    }

    [Fact]
    public async Task That_a_crash_left_are_disabled_by_a_sweep_once_their_passwords_have_expired()
    {
        await using var emulated = await StartAsync("ci-push", "another-push");
        (await emulated.Client.MintTokenAsync(Mint(emulated))).Detach();
        (await emulated.Client.MintTokenAsync(Mint(emulated).SetToken("another-push"))).Detach();
        var sweep = emulated.Of(new AcrTokenSweepSettings().SetNamePrefix("ci"));

        emulated.Clock.Advance(TimeSpan.FromMinutes(40));
        (await emulated.Client.SweepTokensAsync(sweep)).Disabled.ShouldBe(0);
        emulated.Clock.Advance(TimeSpan.FromMinutes(10));
        (await emulated.Client.SweepTokensAsync(sweep with { WhatIf = true })).Disabled.ShouldBe(1);
        (await ReadAsync(emulated)).Status.ShouldBe(AcrTokenStatus.Enabled);
        var report = await emulated.Client.SweepTokensAsync(sweep);

        (report.Disabled, report.Deleted, report.Selected, report.Failed).ShouldBe((1, 0, 0, 0));
        (await ReadAsync(emulated)).Status.ShouldBe(AcrTokenStatus.Disabled);
        (await ReadAsync(emulated, "another-push")).Status.ShouldBe(AcrTokenStatus.Enabled);
    }

    [Fact]
    public async Task Are_checked_by_a_preflight()
    {
        await using var emulated = await StartAsync("ci-push", "ci-full", "ci-barred");
        await using var first = await emulated.Client.MintTokenAsync(Mint(emulated).SetToken("ci-full"));
        await using var second = await emulated.Client.MintTokenAsync(Mint(emulated).SetToken("ci-full"));
        await GenerateAsync(emulated, expiresOn: null, token: "ci-barred");

        var report = await emulated.Client.PreflightAsync(
            emulated.Of(new AcrTokenPreflightSettings().SetTokens("ci-push", "ci-full", "ci-barred", "ci-none"))
        );

        var findings = report.Findings.Select(finding => $"{finding.Severity}: {finding.Message}").ToList();
        findings.ShouldContain("Information: Token 'ci-push' has a free password.");
        findings.ShouldContain(finding => finding.StartsWith("Warning: Token 'ci-full' has no free password (", StringComparison.Ordinal));
        findings.ShouldContain(finding => finding.StartsWith("Error: Token 'ci-barred' is disabled and has password1", StringComparison.Ordinal));
        findings.ShouldContain("Error: There is no token 'ci-none' of registry 'myregistry'.");
        findings.ShouldNotContain(finding => finding.Contains("tokens that SKU", StringComparison.Ordinal));
    }

    private static AcrTokenMintSettings Mint(Emulated emulated) => emulated.Of(new AcrTokenMintSettings()).SetToken("ci-push");

    private static async Task<Emulated> StartAsync(params string[] tokens) => await StartAsync(null, tokens);

    private static async Task<Emulated> StartAsync(ListLogger? log, params string[] tokens)
    {
        var emulated = await Emulated.StartAsync(log: log);
        foreach (var token in tokens is [] ? ["ci-push"] : tokens)
            await emulated.Client.CreateTokenAsync(
                emulated.Of(new AcrTokenCreateSettings().SetName(token).SetScopeMap("_repositories_push").Disable())
            );
        return emulated;
    }

    private static Task<AcrToken> ReadAsync(Emulated emulated, string token = "ci-push") =>
        emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings().SetName(token)));

    private static async Task<AcrTokenPasswordName> GenerateAsync(
        Emulated emulated,
        DateTimeOffset? expiresOn,
        AcrTokenPasswordName? name = null,
        string token = "ci-push"
    )
    {
        var settings = emulated.Of(new AcrTokenCredentialGenerateSettings().SetName(token).SetPasswordName(name ?? AcrTokenPasswordName.Password1));
        var credentials = await emulated.Client.GenerateTokenCredentialAsync(expiresOn is { } end ? settings.SetExpiresOn(end) : settings);
        return credentials.Passwords.Single(password => password.Value is not null).Name;
    }
}
