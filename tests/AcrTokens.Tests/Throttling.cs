using System.Globalization;
using System.Net;

namespace AcrTokens.Tests;

/// <summary>Requests for which Azure has no budget left.</summary>
public sealed class Throttling : IAsyncLifetime
{
    private const string Busy = """{"error":{"code":"SubscriptionRequestsThrottled","message":"too many"}}""";

    private readonly ListLogger log = new();
    private Emulated emulated = null!;

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync(log: log);
        emulated.Clock.LongestWait = TimeSpan.FromSeconds(20);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Theory]
    [InlineData("PUT tokens/")]
    [InlineData("POST generateCredentials")]
    [InlineData("GET tokens/")]
    public async Task Of_any_request_of_a_mint_is_waited_out(string request)
    {
        Throttle(request, 3, times: 8);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Wire.Sent.Count(s => s.StartsWith(request, StringComparison.Ordinal)).ShouldBe(9);
        emulated.Clock.Waits.Count.ShouldBe(8);
        emulated.Clock.Waits.ShouldAllBe(wait => wait >= TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("PATCH tokens/")]
    [InlineData("DELETE tokens/")]
    [InlineData("GET /providers/Microsoft.ContainerRegistry/locations/")]
    public async Task Of_any_request_of_a_revocation_is_waited_out(string request)
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Clock.LongestWait = TimeSpan.FromSeconds(10);
        Throttle(request, 1, times: 3);

        await lease.RevokeAsync();

        emulated.Wire.Sent.Count(s => s.StartsWith(request, StringComparison.Ordinal)).ShouldBe(4);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scatters_wider_and_wider_those_who_were_refused_together()
    {
        Throttle("PUT tokens/", 2, times: 8);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldAllBe(wait => wait >= TimeSpan.FromSeconds(2) && wait <= TimeSpan.FromSeconds(2 + 16));
        emulated.Clock.Waits[0].ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(2 + 1));
        emulated.Clock.Waits.Max().ShouldBeGreaterThan(TimeSpan.FromSeconds(2 + 1));
    }

    [Fact]
    public async Task Ends_a_change_when_its_time_is_up_and_says_what_helps()
    {
        Throttle("PUT tokens/", 1);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain(
            "(429 SubscriptionRequestsThrottled). Azure throttles this principal's requests to the subscription: try again later, with "
                + "fewer builds at once, or with several principals."
        );
        failure.NothingDone.ShouldBeTrue();
        Waited().ShouldBeInRange(TimeSpan.FromMinutes(4.5), TimeSpan.FromMinutes(5));
        emulated.Wire.Sent.ShouldAllBe(s => s.StartsWith("PUT", StringComparison.Ordinal), "nothing was begun that had to be rolled back");
    }

    [Fact]
    public async Task Of_polls_takes_no_more_than_the_operations_time_and_rolls_back()
    {
        Throttle("GET tokens/", 1);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("the service has not finished after 00:05:00");
        Waited().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lets_itself_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        emulated.Clock.LongestWait = TimeSpan.Zero;
        Throttle("PUT tokens/", 60);
        var mint = emulated.Client.MintTokenAsync(emulated.Mint, cancellation.Token);
        while (emulated.Wire.Sent.Count == 0)
            await Task.Yield();

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(mint);
    }

    [Fact]
    public async Task Of_the_disable_leads_to_the_delete_which_has_a_budget_of_its_own()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Clock.LongestWait = TimeSpan.FromSeconds(14);
        Throttle("PATCH tokens/", 9);
        var began = emulated.Clock.GetUtcNow();

        await lease.RevokeAsync();

        emulated.Emulator.Tokens.ShouldBeEmpty();
        (emulated.Clock.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Is_named_where_a_revocation_has_no_time_left()
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint.EnableKeepDisabled());
        emulated.Clock.LongestWait = TimeSpan.FromSeconds(29);
        Throttle("PATCH tokens/", 9);

        var failure = await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        failure.Message.ShouldStartWith(
            $"Token '{lease.Name}' could not be revoked and is good until {lease.ExpiresOn:u}, after 1 try. There was no time left. Could "
                + "not update token "
        );
        failure.Status.ShouldBe(429);
    }

    [Fact]
    public async Task Is_told_once_a_minute_when_it_lasts()
    {
        Throttle("PUT tokens/", 4, times: 1);
        Throttle("GET tokens/", 4, times: 3);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        log.Lines.Count(line => line.StartsWith("Warning: Azure throttles", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.ShouldContain(line =>
            line.Contains("to create token 'acrt-", StringComparison.Ordinal)
            && line.EndsWith("s so far, for 300 s at most", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Is_not_told_when_it_is_over_at_once()
    {
        Throttle("PUT tokens/", 1, times: 1);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        log.Lines.ShouldNotContain(line => line.Contains("throttles", StringComparison.Ordinal));
    }

    private TimeSpan Waited() => emulated.Clock.Waits.Aggregate(TimeSpan.Zero, (a, b) => a + b);

    private void Throttle(string request, int seconds, int times = int.MaxValue) =>
        emulated.Wire.Answer(request, HttpStatusCode.TooManyRequests, Busy, times, ("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));
}
