namespace AcrTokens.Tests;

/// <summary>EnableWhatIf: the log of a task that sends nothing.</summary>
public sealed class Rehearsals : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private Emulated emulated = null!;
    private AcrClient client = null!;

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(o => o with { AdminUserEnabled = true }, log: log);
        client = emulated.Client;
    }

    public async Task DisposeAsync()
    {
        emulated.Wire.Sent.ShouldBeEmpty("nothing is sent with WhatIf");
        await emulated.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_create_say_the_look_and_the_put()
    {
        await client.CreateTokenAsync(
            emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").Disable().EnableWhatIf()
        );

        log.Lines.ShouldBe([
            $"Information: What if: GET {emulated.RegistryId}/tokens/a-token",
            $"Information: What if: PUT {emulated.RegistryId}/tokens/a-token (scopeMapId = "
                + $"{emulated.RegistryId}/scopeMaps/_repositories_pull, status = disabled)",
        ]);
    }

    [Fact]
    public async Task Of_an_update_say_only_what_changes()
    {
        var update = emulated.Of(new AcrTokenUpdateSettings()).SetName("a-token").EnableWhatIf();

        await client.UpdateTokenAsync(update.Enable());
        await client.UpdateTokenAsync(update.AddPassword(AcrTokenPasswordName.Password1).AddCertificate(Samples.Certificate()));

        log.Lines[0].ShouldBe($"Information: What if: PATCH {emulated.RegistryId}/tokens/a-token (status = enabled)");
        log.Lines[1].ShouldContain("(passwords = [password1], certificates = [certificate1 ");
    }

    [Fact]
    public async Task Of_a_regeneration_name_the_password_and_show_none()
    {
        var credential = await client.RegenerateAdminCredentialAsync(
            emulated.Of(new AcrCredentialRegenerateSettings()).SetPasswordName(AcrAdminPasswordName.Password2).EnableWhatIf()
        );

        credential.Password2.ShouldBeNull();
        log.Lines.ShouldBe([$"Information: What if: POST {emulated.RegistryId}/regenerateCredential (name = Password2)"]);
    }

    [Fact]
    public async Task Of_a_generation_name_the_token_and_the_expiry()
    {
        await client.GenerateTokenCredentialAsync(
            emulated
                .Of(new AcrTokenCredentialGenerateSettings())
                .SetName("a-token")
                .SetPasswordName(AcrTokenPasswordName.Password1)
                .SetLifetime(TimeSpan.FromHours(1))
                .EnableWhatIf()
        );

        log.Lines.ShouldBe([
            $"Information: What if: POST {emulated.RegistryId}/generateCredentials (tokenId = {emulated.RegistryId}/tokens/a-token, name = "
                + "password1, expiry = 2026-11-21 07:00:00Z)",
        ]);
    }

    [Fact]
    public async Task Of_a_mint_say_all_its_requests_and_give_a_lease_that_is_over()
    {
        var lease = await client.MintTokenAsync(emulated.Of(new AcrTokenMintSettings()).AddRepository("a", AcrPermission.Pull).EnableWhatIf());

        log.Lines.Select(l => l.Replace($"{emulated.RegistryId}/", "", StringComparison.Ordinal).Split(" (")[0])
            .ShouldBe([
                $"Information: What if: PUT scopeMaps/{AcrScopeMapName.Create(["repositories/a/content/read"])}",
                $"Information: What if: PUT tokens/{lease.Name}",
                "Information: What if: POST generateCredentials",
            ]);
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
        Should.Throw<InvalidOperationException>(lease.Password.Reveal);
        Should.Throw<InvalidOperationException>(() => lease.RevealContainerVariables());
        await lease.RevokeAsync();
    }

    [Fact]
    public async Task Of_everything_else_say_what_would_go()
    {
        await client.DeleteTokenAsync(emulated.Of(new AcrTokenDeleteSettings()).SetName("a-token").EnableWhatIf());
        await client.DeleteTokenCredentialAsync(emulated.Of(new AcrTokenCredentialDeleteSettings()).SetName("a-token").EnableWhatIf());
        await client.CreateScopeMapAsync(
            emulated.Of(new AcrScopeMapCreateSettings()).SetName("a-map").AddRepository("a", AcrPermission.Pull).EnableWhatIf()
        );
        await client.UpdateScopeMapAsync(
            emulated
                .Of(new AcrScopeMapUpdateSettings())
                .SetName("a-map")
                .AddRepository("a", AcrPermission.Pull)
                .RemoveRepository("b", AcrPermission.Delete)
                .EnableWhatIf()
        );
        await client.DeleteScopeMapAsync(emulated.Of(new AcrScopeMapDeleteSettings()).SetName("a-map").EnableWhatIf());

        log.Lines.Select(l =>
                l.Replace($"Information: What if: ", "", StringComparison.Ordinal).Replace($"{emulated.RegistryId}/", "", StringComparison.Ordinal)
            )
            .ShouldBe([
                "DELETE tokens/a-token",
                "PATCH tokens/a-token (passwords = [])",
                "PUT scopeMaps/a-map (actions = [repositories/a/content/read])",
                "GET scopeMaps/a-map",
                "PATCH scopeMaps/a-map (actions = [those that it has, repositories/a/content/read, without repositories/b/content/delete])",
                "DELETE scopeMaps/a-map",
            ]);
    }

    [Fact]
    public async Task Say_that_the_resource_group_would_be_looked_up()
    {
        await client.UpdateTokenAsync(
            new AcrTokenUpdateSettings()
                .SetRegistryName("contoso")
                .SetSubscriptionId(Substitutes.Subscription)
                .SetName("a-token")
                .Disable()
                .EnableWhatIf()
        );

        log.Lines.ShouldBe([
            $"Information: What if: GET /subscriptions/{Substitutes.Subscription}/providers/Microsoft.ContainerRegistry/registries",
            $"Information: What if: PATCH {AcrResourceIds.Registry(Substitutes.Subscription, "(looked-up)", "contoso")}/tokens/a-token "
                + "(status = disabled)",
        ]);
    }

    [Fact]
    public async Task Check_the_settings_all_the_same() =>
        (
            await Should.ThrowAsync<AcrException>(() => client.UpdateTokenAsync(emulated.Of(new AcrTokenUpdateSettings()).EnableWhatIf()))
        ).Message.ShouldContain("no token is named");
}
