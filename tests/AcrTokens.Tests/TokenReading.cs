namespace AcrTokens.Tests;

public sealed class TokenReading : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task Shows_what_the_service_knows()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        var token = await emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings()).SetName(lease.Name));

        token.ShouldSatisfyAllConditions(
            t => t.Name.ShouldBe(lease.Name),
            t => t.Status.ShouldBe(AcrTokenStatus.Enabled),
            t => t.CreatedOn.ShouldNotBeNull(),
            t => t.SystemData!.CreatedByType.ShouldNotBeNullOrEmpty(),
            t => t.ScopeMapId.ShouldBe(emulated.RegistryId.ScopeMap("_repositories_push")),
            t => t.Passwords.ShouldHaveSingleItem().ExpiresOn.ShouldBe(lease.ExpiresOn),
            t => t.Passwords.ShouldHaveSingleItem().Value.ShouldBeNull()
        );
    }

    [Fact]
    public async Task Of_nobodys_token_says_so()
    {
        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings()).SetName("nobodys"))
        );

        failure.Message.ShouldBe($"There is no token 'nobodys' of registry '{emulated.RegistryId.Name}'.");
        failure.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Lists_all_and_takes_unknown_values_as_they_are()
    {
        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Answer(
            "GET tokens",
            System.Net.HttpStatusCode.OK,
            $$$"""
            {"value":[{"id":"{{{emulated.RegistryId}}}/tokens/a-token","fresh":1,"properties":{"status":"paused","provisioningState":"Moving","credentials":{"passwords":[{"name":"password3"}] } } }]}
            """
        );

        var token = (await emulated.Client.ListTokensAsync(emulated.Of(new AcrTokenListSettings())).ToListAsync()).ShouldHaveSingleItem();

        token.Status.ShouldBe(new AcrTokenStatus("paused"));
        token.ProvisioningState.ToString().ShouldBe("Moving");
        token.ProvisioningState.IsTerminal.ShouldBeFalse();
        token.Passwords.ShouldHaveSingleItem().Name.ToString().ShouldBe("password3");
    }

    [Fact]
    public async Task Lists_no_further_than_it_is_asked_to()
    {
        emulated.Wire.Answer(
            "GET tokens",
            System.Net.HttpStatusCode.OK,
            $$"""
            {"value":[{"id":"{{emulated.RegistryId}}/tokens/first"}],"nextLink":"{{new Uri(
                emulated.Emulator.ResourceManagerEndpoint,
                $"{emulated.RegistryId}/tokens?page=2"
            )}}"}
            """
        );

        (await emulated.Client.ListTokensAsync(emulated.Of(new AcrTokenListSettings())).FirstAsync()).Name.ShouldBe("first");

        emulated.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Never_follows_a_next_page_to_another_host()
    {
        emulated.Wire.Answer("GET tokens", System.Net.HttpStatusCode.OK, """{"value":[],"nextLink":"https://example.com/tokens"}""");

        (
            await Should.ThrowAsync<AcrException>(() =>
                emulated.Client.ListTokensAsync(emulated.Of(new AcrTokenListSettings())).ToListAsync().AsTask()
            )
        ).Message.ShouldContain("leaves localhost, so it was not followed");
    }

    [Fact]
    public async Task Removes_one_password_or_both()
    {
        await emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));
        (
            await emulated.Client.GenerateTokenCredentialAsync(emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token"))
        ).Passwords.ShouldNotBeEmpty();
        var delete = emulated.Of(new AcrTokenCredentialDeleteSettings()).SetName("a-token");

        var one = await emulated.Client.DeleteTokenCredentialAsync(delete.SetPasswordName(AcrTokenPasswordName.Password1));
        var failure = await Should.ThrowAsync<AcrException>(() =>
            emulated.Client.DeleteTokenCredentialAsync(delete.SetPasswordName(AcrTokenPasswordName.Password1))
        );
        var none = await emulated.Client.DeleteTokenCredentialAsync(delete);

        one.Passwords.ShouldHaveSingleItem().Name.ShouldBe(AcrTokenPasswordName.Password2);
        failure.Message.ShouldBe($"Could not remove password1 of token 'a-token' of registry '{emulated.RegistryId.Name}': it has no such password.");
        none.Passwords.ShouldBeEmpty();
    }
}
