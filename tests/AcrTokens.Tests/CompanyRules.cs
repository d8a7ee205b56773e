using AcrTokens.Emulator;

namespace AcrTokens.Tests;

/// <summary>Policies and locks that companies put around a registry.</summary>
public sealed class CompanyRules : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private Emulated emulated = null!;

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(log: log);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Fact]
    public async Task That_disable_every_token_fail_the_mint_by_their_name()
    {
        emulated.Emulator.Simulations = new() { TokenPolicy = EmulatorTokenPolicy.Modify };

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("'Configure container registries to disable repository scoped access token.'");
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_deny_tokens_fail_the_mint_and_no_role_is_advised()
    {
        emulated.Emulator.Simulations = new() { TokenPolicy = EmulatorTokenPolicy.Deny };

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("no role helps");
        failure.Message.ShouldContain("disallowed by policy");
        failure.NothingDone.ShouldBeTrue();
    }

    [Fact]
    public async Task That_forbid_deletes_leave_the_token_disabled_with_one_warning()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Emulator.Simulations = new() { Lock = EmulatorLock.CanNotDelete };

        await lease.RevokeAsync();

        emulated.Emulator.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
        emulated.Wire.Sent.Count(s => s.StartsWith("DELETE", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.Count(l =>
                l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("a lock keeps it from being deleted", StringComparison.Ordinal)
            )
            .ShouldBe(1);
    }

    [Fact]
    public async Task That_forbid_every_change_fail_the_revocation_at_once()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Emulator.Simulations = new() { Lock = EmulatorLock.ReadOnly };

        var failure = await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        failure.Message.ShouldStartWith($"Token '{lease.Name}' could not be revoked and is good until {lease.ExpiresOn:u}, after 1 try.");
        failure.Message.ShouldContain("A lock on the registry");
        emulated.Emulator.Simulations = new();
        await lease.RevokeAsync();
    }
}
