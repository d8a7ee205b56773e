using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>The revocation of all leases of one client.</summary>
public sealed class RevokingAll
{
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public RevokingAll() => client = new AcrClient(executor);

    /// <summary>In ticks, since not all of them are whole milliseconds.</summary>
    public static TheoryData<long?> LongTimes =>
        [null, TimeSpan.FromSeconds(30).Ticks, TimeSpan.FromDays(50).Ticks, TimeSpan.MaxValue.Ticks, Timeout.InfiniteTimeSpan.Ticks];

    public static TheoryData<long> NoTime => [0, TimeSpan.FromSeconds(-1).Ticks, TimeSpan.MinValue.Ticks];

    [Theory]
    [MemberData(nameof(LongTimes))]
    public async Task Takes_any_time(long? within)
    {
        var leases = new[] { await client.MintTokenAsync(Substitutes.Mint), await client.MintTokenAsync(Substitutes.Mint) };

        (await AcrTokenGuard.RevokeAllAsync(client, within is { } ticks ? TimeSpan.FromTicks(ticks) : null)).ShouldBeEmpty();

        AcrTokenGuard.OpenLeases.Intersect(leases).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(NoTime))]
    public async Task Without_time_begins_and_says_what_is_left(long within)
    {
        var answer = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(answer.Task);
        var lease = await client.MintTokenAsync(Substitutes.Mint);

        var left = (await AcrTokenGuard.RevokeAllAsync(client, TimeSpan.FromTicks(within))).ShouldHaveSingleItem();

        left.ShouldStartWith($"Token '{lease.Name}'");
        left.ShouldEndWith("there was no time left.");
        answer.SetResult(new AcrToken { Id = Substitutes.Registry });
        await lease.RevokeAsync();
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
    }

    [Fact]
    public async Task Leaves_other_clients_alone()
    {
        await using var other = await new AcrClient(Substitutes.Executor()).MintTokenAsync(Substitutes.Mint);
        var lease = await client.MintTokenAsync(Substitutes.Mint);

        (await AcrTokenGuard.RevokeAllAsync(client)).ShouldBeEmpty();

        AcrTokenGuard.OpenLeases.ShouldContain(other);
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
    }
}
