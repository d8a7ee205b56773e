using System.Net;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

/// <summary>A mint checks the result: a policy may have changed it.</summary>
public sealed class MintedAsAsked : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private Emulated emulated = null!;

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(log: log);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public Task Is_not_a_token_that_a_policy_disabled() =>
        ShouldFailAsync(
            "PUT tokens/",
            answer => answer["properties"]!["status"] = "disabled",
            "Azure created it disabled, so it cannot log in. The built-in policy 'Configure container registries to disable repository "
                + "scoped access token.' (a9b426fe-8856-4945-8600-18c5dd1cca2a)"
        );

    [Fact]
    public Task Is_not_a_token_of_a_status_that_nobody_knows() =>
        ShouldFailAsync(
            "PUT tokens/",
            answer => answer["properties"]!["status"] = "quarantined",
            "its status is 'quarantined', not 'enabled' as asked."
        );

    [Fact]
    public Task Is_not_a_token_with_another_scope_map() =>
        ShouldFailAsync(
            "PUT tokens/",
            answer => answer["properties"]!["scopeMapId"] = $"{emulated.RegistryId}/scopeMaps/_repositories_admin",
            "its scope map is '_repositories_admin', not '_repositories_push' as asked"
        );

    [Fact]
    public Task Is_not_a_password_without_an_expiry() =>
        ShouldFailAsync(
            "POST generateCredentials",
            answer => ((JsonObject)answer["passwords"]![0]!).Remove("expiry"),
            "its password has no expiry, though it was asked for 00:30:00."
        );

    [Fact]
    public Task Is_not_a_password_that_is_good_for_longer() =>
        ShouldFailAsync(
            "POST generateCredentials",
            answer => answer["passwords"]![0]!["expiry"] = "2026-11-21T07:00:00+00:00",
            "its password is good until 2026-11-21 07:00:00Z, longer than 00:30:00 as asked."
        );

    [Fact]
    public async Task Says_of_a_password_without_an_expiry_that_cannot_be_ended_that_it_is_good_for_ever()
    {
        Change("POST generateCredentials", answer => ((JsonObject)answer["passwords"]![0]!).Remove("expiry"));
        emulated.Wire.Answer("PATCH", HttpStatusCode.Forbidden, times: 1);
        emulated.Wire.Answer("DELETE", HttpStatusCode.Forbidden, times: 1);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        var token = emulated.Emulator.Tokens.ShouldHaveSingleItem().Name;
        failure.Message.ShouldContain($"Token '{token}' could not be revoked and is good for ever, since its password has no expiry, after 1 try.");
        await AcrTokenGuard.OpenLeases.Single(l => l.Name == token).RevokeAsync();
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_a_password_that_ends_sooner_and_the_lease_says_when()
    {
        Change("POST generateCredentials", answer => answer["passwords"]![0]!["expiry"] = "2026-11-21T06:10:00+00:00");

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        lease.ExpiresOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 6, 10, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Says_of_a_created_token_too_what_is_not_as_asked()
    {
        Change("PUT tokens/", answer => answer["properties"]!["status"] = "disabled");

        await emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));

        log.Lines.ShouldContain(l => l.StartsWith("Warning: Token a-token is not as asked: Azure created it disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_nothing_of_a_token_that_was_asked_to_be_disabled()
    {
        await emulated.Client.CreateTokenAsync(
            emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").SetStatus(AcrTokenStatus.Disabled)
        );

        log.Lines.ShouldNotContain(l => l.StartsWith("Warning", StringComparison.Ordinal));
    }

    private async Task ShouldFailAsync(string request, Action<JsonNode> change, string message)
    {
        Change(request, change);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldStartWith("Could not mint token 'acrt-20261121t063000z-");
        failure.Message.ShouldContain(message);
        emulated.Emulator.Tokens.ShouldBeEmpty();
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease => lease.ResourceId == failure.Resource);
    }

    private void Change(string request, Action<JsonNode> change) =>
        emulated.Wire.Change(
            request,
            response =>
            {
                var answer = JsonNode.Parse(response.Content.ReadAsStringAsync().GetAwaiter().GetResult())!;
                change(answer);
                response.Content = new StringContent(answer.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
                response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
            }
        );
}
