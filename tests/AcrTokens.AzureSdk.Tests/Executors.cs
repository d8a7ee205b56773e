using Azure;
using Azure.Core;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>The behaviour of every executor, whatever it is built on. Each is a class below that creates it.</summary>
public abstract partial class Executors
{
    [Fact]
    public async Task Read_a_registry()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { AdminUserEnabled = true });

        var registry = await Make(emulation).GetRegistryAsync(emulation.Registry, default);

        registry.ShouldSatisfyAllConditions(
            r => r.Id.ShouldBe(emulation.Registry),
            r => r.LoginServer.ShouldBe(emulation.Emulator.LoginServer),
            r => r.Sku.ShouldNotBeNullOrEmpty(),
            r => r.AdminUserEnabled.ShouldBeTrue(),
            r => r.Location.ShouldBe("westeurope"),
            r => r.CreatedOn.ShouldNotBeNull(),
            r => r.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded),
            r => r.ReadOn.ShouldNotBeNull()
        );
    }

    [Fact]
    public async Task List_the_registries_of_a_subscription()
    {
        await using var emulation = await Emulation.StartAsync();

        var registries = await Make(emulation).ListRegistriesAsync(emulation.Registry.SubscriptionId!, Odd.Fails, default).ToListAsync();

        registries
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(r => r.Id.ShouldBe(emulation.Registry), r => r.LoginServer.ShouldBe(emulation.Emulator.LoginServer));
    }

    [Fact]
    public async Task Create_a_token_and_show_all_of_it()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        var scopeMap = emulation.Registry.ScopeMap("_repositories_pull");
        var certificate = new AcrTokenCertificate
        {
            Name = AcrTokenCertificateName.Certificate2,
            ExpiresOn = new(2027, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Thumbprint = "00AA",
            EncodedPemCertificate = "cGVt",
        };
        var expiresOn = emulation.Clock.GetUtcNow().AddHours(1);

        var created = await executor.CreateTokenAsync(
            emulation.Token,
            new() { ScopeMapId = scopeMap, Certificates = [certificate] },
            WaitUntil.Completed,
            default
        );
        await executor.GenerateCredentialsAsync(emulation.Token, AcrTokenPasswordName.Password2, expiresOn, default);
        var token = (await executor.GetTokenIfExistsAsync(emulation.Token, default))!;
        var listed = await executor.ListTokensAsync(emulation.Registry, Odd.Fails, default).ToListAsync();

        created.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        token.ShouldSatisfyAllConditions(
            t => t.Id.ShouldBe(emulation.Token),
            t => t.Status.ShouldBe(AcrTokenStatus.Enabled),
            t => t.ScopeMapId.ShouldBe(scopeMap),
            t => t.CreatedOn.ShouldNotBeNull(),
            t => t.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded),
            t => t.Certificates.ShouldBe([certificate]),
            t => t.SystemData!.CreatedByType.ShouldNotBeNullOrEmpty(),
            t => t.SystemData!.LastModifiedOn.ShouldNotBeNull()
        );
        token
            .Passwords.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                p => p.Name.ShouldBe(AcrTokenPasswordName.Password2),
                p => p.ExpiresOn.ShouldBe(expiresOn),
                p => p.CreatedOn.ShouldNotBeNull(),
                p => p.Value.ShouldBeNull("the service tells it once")
            );
        listed.ShouldHaveSingleItem().ShouldBeEquivalentTo(token with { ReadOn = null });
    }

    [Fact]
    public async Task Change_of_a_token_what_is_set_and_no_more()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        await executor.GenerateCredentialsAsync(emulation.Token, null, null, default);

        var token = await executor.UpdateTokenAsync(emulation.Token, new() { Status = AcrTokenStatus.Disabled }, WaitUntil.Completed, default);

        token.Status.ShouldBe(AcrTokenStatus.Disabled);
        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        token.Passwords.Count.ShouldBe(2);
        token.ScopeMapId!.Name.ShouldBe("_repositories_pull");
    }

    [Fact]
    public async Task Delete_a_token_and_find_none_afterwards()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);

        await executor.DeleteTokenAsync(emulation.Token, WaitUntil.Completed, default);
        await executor.DeleteTokenAsync(emulation.Token, WaitUntil.Completed, default);

        (await executor.GetTokenIfExistsAsync(emulation.Token, default)).ShouldBeNull();
        emulation.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Show_the_first_answer_where_nobody_waits()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { CreationDelay = TimeSpan.FromMinutes(1) });
        var executor = Make(emulation);
        await executor.CreateScopeMapAsync(emulation.ScopeMap, new() { Actions = ["repositories/a/content/read"] }, WaitUntil.Completed, default);

        var created = await executor.CreateTokenAsync(emulation.Token, new() { ScopeMapId = emulation.ScopeMap }, WaitUntil.Started, default);
        var updated = await executor.UpdateTokenAsync(emulation.Token, new() { Status = AcrTokenStatus.Disabled }, WaitUntil.Started, default);
        var scopeMap = await executor.UpdateScopeMapAsync(emulation.ScopeMap, new() { Description = "for a" }, WaitUntil.Started, default);
        await executor.DeleteTokenAsync(emulation.Token, WaitUntil.Started, default);

        created.ProvisioningState.ShouldBe(AcrProvisioningState.Creating);
        created.Id.ShouldBe(emulation.Token);
        updated.ProvisioningState.ShouldBe(AcrProvisioningState.Updating);
        updated.Status.ShouldBe(AcrTokenStatus.Disabled);
        scopeMap.ProvisioningState.ShouldBe(AcrProvisioningState.Updating);
        scopeMap.Description.ShouldBe("for a");
        emulation.Wire.Sent.ShouldAllBe(s => !s.Contains("operation"));
    }

    [Fact]
    public async Task Create_change_list_and_delete_a_scope_map()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);

        await executor.CreateScopeMapAsync(
            emulation.ScopeMap,
            new() { Description = "first", Actions = ["repositories/a/content/read"] },
            WaitUntil.Completed,
            default
        );
        var described = await executor.UpdateScopeMapAsync(emulation.ScopeMap, new() { Description = "second" }, WaitUntil.Completed, default);
        var changed = await executor.UpdateScopeMapAsync(
            emulation.ScopeMap,
            new() { Actions = ["repositories/b/content/write"] },
            WaitUntil.Completed,
            default
        );
        var listed = await executor.ListScopeMapsAsync(emulation.Registry, Odd.Fails, default).ToListAsync();
        var read = await executor.GetScopeMapIfExistsAsync(emulation.ScopeMap, default);
        await executor.DeleteScopeMapAsync(emulation.ScopeMap, WaitUntil.Completed, default);

        described.Actions.ShouldBe(["repositories/a/content/read"]);
        changed.ShouldSatisfyAllConditions(
            m => m.Id.ShouldBe(emulation.ScopeMap),
            m => m.Description.ShouldBe("second"),
            m => m.Actions.ShouldBe(["repositories/b/content/write"]),
            m => m.Type.ShouldBe("UserDefined"),
            m => m.CreatedOn.ShouldNotBeNull(),
            m => m.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded)
        );
        read.ShouldBeEquivalentTo(listed.Single(m => m.Name == "a-map"));
        (await executor.GetScopeMapIfExistsAsync(emulation.ScopeMap, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Serve_a_lease_from_mint_to_revocation()
    {
        await using var emulation = await Emulation.StartAsync();
        var client = new AcrClient(Make(emulation), emulation.ClientOptions);

        var lease = await client.MintTokenAsync(
            new AcrTokenMintSettings().SetRegistryName(emulation.Registry.ToString()).AddRepository("samples/hello", AcrPermission.Push)
        );
        var minted = emulation.Emulator.Tokens.ShouldHaveSingleItem();
        await lease.RevokeAsync();

        minted.Name.ShouldBe(lease.Name);
        emulation.Emulator.Tokens.ShouldBeEmpty();
    }

    private protected abstract AcrExecutor Make(Emulation emulation, ResourceIdentifier? registry = null);

    private protected static Task<AcrToken> CreateAsync(AcrExecutor executor, Emulation emulation) =>
        executor.CreateTokenAsync(
            emulation.Token,
            new() { ScopeMapId = emulation.Registry.ScopeMap("_repositories_pull") },
            WaitUntil.Completed,
            default
        );
}

/// <summary>The executor that sends its own requests.</summary>
public sealed class ArmExecutors : WholeExecutors
{
    private protected override string Column => "own calls";

    private protected override AcrExecutor Make(Emulation emulation, ResourceIdentifier? registry = null) =>
        new ArmExecutor(emulation.Credential, emulation.ClientOptions.Cloud, emulation.ClientOptions);
}

/// <summary>The executor on the SDK, created for one registry.</summary>
public sealed class SdkExecutorsOfARegistry : Executors
{
    private protected override string Column => "SDK, one registry";

    private protected override AcrExecutor Make(Emulation emulation, ResourceIdentifier? registry = null) =>
        new SdkExecutor(new SubstituteSdk(emulation).Registry(registry ?? emulation.Registry), emulation.ClientOptions);
}

/// <summary>The executor on the SDK, created for a client: it gets token and scope map objects without a request.</summary>
public sealed class SdkExecutorsOfAClient : Executors
{
    private protected override string Column => "SDK, `ArmClient`";

    private protected override AcrExecutor Make(Emulation emulation, ResourceIdentifier? registry = null) =>
        new SdkExecutor(_ => new SubstituteSdk(emulation), emulation.ClientOptions);
}
