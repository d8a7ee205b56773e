using System.Net;
using System.Text.Json.Nodes;

namespace AcrTokens.Tests;

/// <summary>The exact requests of each task, in order.</summary>
public sealed class ArmRequests : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Of_a_mint_with_a_scope_map_are_two()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Wire.Requests.ShouldBe([$"PUT tokens/{lease.Name}", "POST generateCredentials"]);
    }

    [Fact]
    public async Task Of_a_mint_with_repositories_are_three()
    {
        await using var lease = await emulated.Client.MintTokenAsync(
            emulated.Mint.ResetScopeMap().AddRepository("samples/hello", AcrPermission.Push).AddRepository("dotnet/runtime", AcrPermission.Pull)
        );

        emulated.Wire.Requests.Count().ShouldBe(3);
        emulated.Wire.Requests.First().ShouldStartWith("PUT scopeMaps/acrt-");
        emulated.Wire.Requests.Skip(1).ShouldBe([$"PUT tokens/{lease.Name}", "POST generateCredentials"]);
        BodyOf("PUT scopeMaps/")["properties"]!["actions"]!
            .AsArray()
            .Select(a => (string)a!)
            .ShouldBe([
                "repositories/dotnet/runtime/content/read",
                "repositories/samples/hello/content/read",
                "repositories/samples/hello/content/write",
            ]);
    }

    [Fact]
    public async Task Of_a_mint_name_one_password_and_its_expiry()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        ShouldBeJson(BodyOf("PUT tokens/"), $$$"""{"properties":{"scopeMapId":"{{{emulated.RegistryId}}}/scopeMaps/_repositories_push"}}""");
        ShouldBeJson(
            BodyOf("POST generateCredentials"),
            $$"""{"tokenId":"{{lease.ResourceId}}","expiry":"2026-11-21T06:30:00+00:00","name":"password1"}"""
        );
        emulated.Emulator.Tokens.ShouldHaveSingleItem().ExpiresOn.ShouldBe(lease.ExpiresOn);
    }

    [Fact]
    public async Task Of_a_disable_are_one()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Sent.Clear();

        await emulated.Client.UpdateTokenAsync(emulated.Of(new AcrTokenUpdateSettings()).SetName(lease.Name).Disable());

        emulated.Wire.Requests.ShouldBe([$"PATCH tokens/{lease.Name}"]);
        ShouldBeJson(BodyOf("PATCH tokens/"), """{"properties":{"status":"disabled"}}""");
        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_revoke_disable_first_and_then_delete()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Sent.Clear();

        await lease.RevokeAsync();

        emulated.Wire.Requests.ShouldBe([$"PATCH tokens/{lease.Name}", $"DELETE tokens/{lease.Name}"]);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_create_look_first()
    {
        var settings = emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").Disable();

        var token = await emulated.Client.CreateTokenAsync(settings);

        emulated.Wire.Requests.ShouldBe(["GET tokens/a-token", "PUT tokens/a-token"]);
        ShouldBeJson(
            BodyOf("PUT tokens/"),
            $$$"""{"properties":{"scopeMapId":"{{{emulated.RegistryId}}}/scopeMaps/_repositories_pull","status":"disabled"}}"""
        );
        token.ShouldSatisfyAllConditions(
            t => t.Name.ShouldBe("a-token"),
            t => t.Status.ShouldBe(AcrTokenStatus.Disabled),
            t => t.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded),
            t => t.ScopeMapId.ShouldBe(emulated.RegistryId.ScopeMap("_repositories_pull")),
            t => t.CreatedOn.ShouldNotBeNull(),
            t => t.Passwords.ShouldBeEmpty()
        );
    }

    [Fact]
    public async Task Of_an_overwrite_do_not_look()
    {
        var settings = emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").EnableOverwrite();

        await emulated.Client.CreateTokenAsync(settings);

        emulated.Wire.Requests.ShouldBe(["PUT tokens/a-token"]);
    }

    [Theory]
    [InlineData("password1", 1)]
    [InlineData(null, 2)]
    public async Task Of_a_generation_are_one_besides_that_for_the_time_and_pick_by_name(string? name, int values)
    {
        await emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));
        emulated.Wire.Sent.Clear();
        var settings = emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token").SetLifetime(TimeSpan.FromHours(1));

        var credentials = await emulated.Client.GenerateTokenCredentialAsync(settings.SetPasswordName(name is null ? null : new(name)));

        emulated.Wire.Requests.ShouldBe(["GET registry", "POST generateCredentials"]);
        credentials.Username.ShouldBe("a-token");
        credentials.Passwords.Count(p => p.Value is not null).ShouldBe(values);
        credentials.Find(AcrTokenPasswordName.Password1)!.ExpiresOn!.Value.ShouldBe(emulated.Clock.GetUtcNow().AddHours(1), TimeSpan.FromMinutes(1));

        emulated.Wire.Sent.Clear();
        (await emulated.Client.GenerateTokenCredentialAsync(settings)).Passwords.ShouldNotBeEmpty();
        (
            await emulated.Client.GenerateTokenCredentialAsync(settings.ResetLifetime().SetExpiresOn(emulated.Clock.GetUtcNow().AddHours(1)))
        ).Passwords.ShouldNotBeEmpty();
        emulated.Wire.Requests.ShouldBe(["POST generateCredentials", "POST generateCredentials"]);
    }

    [Fact]
    public async Task Of_a_generation_go_on_by_the_machines_clock_where_nobody_may_ask_for_the_time()
    {
        await emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));
        emulated.Wire.Answer("GET registry", HttpStatusCode.Forbidden);

        var credentials = await emulated.Client.GenerateTokenCredentialAsync(
            emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token").SetLifetime(TimeSpan.FromHours(1))
        );

        credentials.Find(AcrTokenPasswordName.Password1)!.ExpiresOn!.Value.ShouldBe(emulated.Clock.GetUtcNow().AddHours(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Of_an_update_can_keep_passwords_or_remove_them_all()
    {
        await emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));
        (
            await emulated.Client.GenerateTokenCredentialAsync(emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token"))
        ).Passwords.ShouldNotBeEmpty();
        var update = emulated.Of(new AcrTokenUpdateSettings()).SetName("a-token");

        var kept = await emulated.Client.UpdateTokenAsync(update.AddPassword(AcrTokenPasswordName.Password2));
        ShouldBeJson(BodyOf("PATCH tokens/"), """{"properties":{"credentials":{"passwords":[{"name":"password2"}]}}}""");
        var untouched = await emulated.Client.UpdateTokenAsync(update.Enable());
        var removed = await emulated.Client.UpdateTokenAsync(update.ClearPasswords());
        ShouldBeJson(BodyOf("PATCH tokens/"), """{"properties":{"credentials":{"passwords":[]}}}""");

        kept.Passwords.ShouldHaveSingleItem().Name.ShouldBe(AcrTokenPasswordName.Password2);
        untouched.Passwords.Count.ShouldBe(1);
        removed.Passwords.ShouldBeEmpty();
    }

    [Fact]
    public async Task Look_a_resource_group_up_once()
    {
        var settings = new AcrTokenMintSettings()
            .SetRegistryName(emulated.RegistryId.Name)
            .SetSubscriptionId(emulated.RegistryId.SubscriptionId)
            .SetScopeMap("_repositories_push");

        await using var lease = await emulated.Client.MintTokenAsync(settings);
        await using var minted = await emulated.Client.MintTokenAsync(settings);

        emulated.Wire.Requests.Count(r => r.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(1);
        emulated.Wire.Requests.First().ShouldBe("GET /providers/Microsoft.ContainerRegistry/registries");
        (await lease.GetLoginServerAsync()).ShouldBe(emulated.Emulator.LoginServer);
        emulated.Wire.Requests.Count(r => r.StartsWith("GET", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Ask_for_the_login_server_once_and_only_when_it_is_wanted()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Requests.ShouldNotContain("GET registry");

        (await lease.GetLoginServerAsync()).ShouldBe(emulated.Emulator.LoginServer);
        (await lease.GetLoginServerAsync()).ShouldBe(emulated.Emulator.LoginServer);

        emulated.Wire.Requests.Count(r => r == "GET registry").ShouldBe(1);
    }

    [Fact]
    public async Task Name_the_api_version()
    {
        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Wire.Urls.ShouldAllBe(u => u.Query.Contains("api-version=2025-11-01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_a_scope_map_or_find_that_there_is_none()
    {
        var executor = emulated.Client.Executor;

        var known = await executor.GetScopeMapIfExistsAsync(emulated.RegistryId.ScopeMap("_repositories_pull"), default);
        var unknown = await executor.GetScopeMapIfExistsAsync(emulated.RegistryId.ScopeMap("nobodys"), default);

        known!.Actions.ShouldBe(["repositories/*/content/read"]);
        known.Type.ShouldBe("SystemDefined");
        known.SystemData.ShouldBeNull();
        unknown.ShouldBeNull();
    }

    [Fact]
    public async Task Delete_a_token_that_does_not_exist_without_complaint()
    {
        await emulated.Client.Executor.DeleteTokenAsync(AcrResourceIds.Token(emulated.RegistryId, "nobodys"), Azure.WaitUntil.Completed, default);

        emulated.Wire.Requests.ShouldBe(["DELETE tokens/nobodys"]);
    }

    private JsonNode BodyOf(string request) =>
        JsonNode.Parse(
            emulated.Wire.Bodies[
                emulated.Wire.Urls.FindLastIndex(u =>
                    u.AbsolutePath.Contains(request.Split(' ')[1], StringComparison.Ordinal)
                    && !u.AbsolutePath.Contains("/operation", StringComparison.Ordinal)
                )
            ]
        )!;

    private static void ShouldBeJson(JsonNode actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"{actual.ToJsonString()} is not {expected}");
}
