using System.Net;

namespace AcrTokens.Tests;

/// <summary>A machine with a wrong clock, and a service whose own clock decides when passwords expire.</summary>
public sealed class ServiceClocks
{
    private readonly ListLogger log = new();

    public static TheoryData<TimeSpan> Ahead => [TimeSpan.FromMinutes(-45), TimeSpan.FromSeconds(-1), TimeSpan.FromHours(3)];

    [Theory]
    [MemberData(nameof(Ahead))]
    public async Task End_a_minted_password_after_its_lifetime(TimeSpan ahead)
    {
        await using var emulated = await StartAsync(ahead);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        (await lease.CanLogInAsync()).ShouldBeTrue();
        lease.ExpiresOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 6, 30, 0, TimeSpan.Zero));
        emulated.Clock.Advance(TimeSpan.FromMinutes(31));
        (await lease.CanLogInAsync()).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Ahead))]
    public async Task End_a_generated_password_after_its_lifetime(TimeSpan ahead)
    {
        await using var emulated = await StartAsync(ahead);
        await emulated.Client.CreateTokenAsync(emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull"));

        var generated = await emulated.Client.GenerateTokenCredentialAsync(
            emulated.Of(new AcrTokenCredentialGenerateSettings()).SetName("a-token").SetLifetime(TimeSpan.FromMinutes(30))
        );

        generated.Passwords.ShouldAllBe(p =>
            p.ExpiresOn!.Value - new DateTimeOffset(2026, 11, 21, 6, 30, 0, TimeSpan.Zero) < TimeSpan.FromSeconds(1)
        );
    }

    [Theory]
    [InlineData(-45, "00:45:00 behind")]
    [InlineData(180, "03:00:00 ahead of")]
    public async Task That_are_far_from_the_machines_are_told_once(int minutes, string difference)
    {
        await using var emulated = await StartAsync(TimeSpan.FromMinutes(minutes));

        await using var first = await emulated.Client.MintTokenAsync(emulated.Mint);
        await using var second = await emulated.Client.MintTokenAsync(emulated.Mint);

        log.Lines.Where(l => l.StartsWith("Warning", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldStartWith($"Warning: This machine's clock is {difference} the service's.");
    }

    [Fact]
    public async Task That_are_near_are_not_told()
    {
        await using var emulated = await StartAsync(TimeSpan.FromMinutes(4));

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        log.Lines.ShouldNotContain(l => l.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ahead))]
    public async Task Say_when_a_sweep_takes_what_a_crashed_build_left(TimeSpan ahead)
    {
        await using var emulated = await StartAsync(ahead);
        await CrashAsync(emulated);
        var nameIsOver = new DateTimeOffset(2026, 11, 21, 6, 45, 1, TimeSpan.Zero) + ahead;
        var passwordIsOver = new DateTimeOffset(2026, 11, 21, 6, 30, 1, TimeSpan.Zero);

        emulated.Clock.Advance(passwordIsOver.AddSeconds(-2) - emulated.Clock.GetUtcNow());
        (await SweepAsync(emulated)).ShouldBe(0);
        emulated.Clock.Advance((nameIsOver > passwordIsOver ? nameIsOver : passwordIsOver) - emulated.Clock.GetUtcNow());

        (await SweepAsync(emulated)).ShouldBe(1);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_a_sweep_from_a_mint_under_way_whose_name_is_over_already()
    {
        await using var emulated = await StartAsync(TimeSpan.FromMinutes(-75));
        var swept = -1;
        emulated.Wire.Before("POST generateCredentials", async () => swept = await SweepAsync(emulated));

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        swept.ShouldBe(0);
        (await lease.CanLogInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Take_no_refused_revocation_for_a_success_when_the_machines_is_set()
    {
        await using var emulated = await StartAsync(TimeSpan.Zero);
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Answer("PATCH tokens/", HttpStatusCode.Forbidden, times: 1);
        emulated.Wire.Answer("DELETE tokens/", HttpStatusCode.Forbidden, times: 1);
        emulated.Machine.Ahead = TimeSpan.FromHours(5);

        await Should.ThrowAsync<AcrException>(lease.RevokeAsync());
        (await lease.CanLogInAsync()).ShouldBeTrue();

        await lease.RevokeAsync();
    }

    private async Task<Emulated> StartAsync(TimeSpan ahead)
    {
        var emulated = await Emulated.StartAsync(ahead: ahead, log: log);
        return emulated;
    }

    private static async Task CrashAsync(Emulated emulated)
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        lease.Detach();
    }

    private static async Task<int> SweepAsync(Emulated emulated) =>
        (await emulated.Client.SweepTokensAsync(emulated.Of(new AcrTokenSweepSettings()))).Deleted;
}
