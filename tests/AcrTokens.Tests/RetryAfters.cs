using System.Net;

namespace AcrTokens.Tests;

/// <summary>The service's <c>Retry-After</c>.</summary>
public sealed class RetryAfters : IAsyncLifetime
{
    private const string Nonsense = "soon";
    private const string Fraction = "12.5";
    private const string Hour = "3600";
    private const string Largest = "2147483647";
    private const string Larger = "99999999999999999999";
    private const string Past = "Sun, 06 Nov 1994 08:49:37 GMT";

    private static readonly HttpStatusCode[] Statuses =
    [
        HttpStatusCode.RequestTimeout,
        HttpStatusCode.Conflict,
        HttpStatusCode.TooManyRequests,
        HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable,
        HttpStatusCode.GatewayTimeout,
    ];

    private Emulated emulated = null!;

    public static TheoryData<HttpStatusCode> All => new(Statuses);

    public static TheoryData<HttpStatusCode, string> Brief => Matrix("0", Fraction, Nonsense, Past, "", "-1", "+3", "1e1");

    public static TheoryData<HttpStatusCode, string> Lengthy => Matrix(Hour, Largest, Larger);

    public async Task InitializeAsync()
    {
        emulated = await Emulated.StartAsync();
        emulated.Clock.LongestWait = TimeSpan.FromSeconds(20);
    }

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Theory]
    [MemberData(nameof(Brief))]
    public async Task Of_nothing_to_wait_for_are_neither_a_busy_loop_nor_a_long_wait(HttpStatusCode status, string value)
    {
        Answer("PUT tokens/", status, value, times: 2);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Wire.Sent.Count(s => s == $"PUT tokens/{lease.Name}").ShouldBe(3);
        emulated.Clock.Waits.Count.ShouldBe(2);
        emulated.Clock.Waits.ShouldAllBe(wait => wait >= TimeSpan.FromSeconds(0.25) && wait <= TimeSpan.FromSeconds(3));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task In_seconds_are_waited_for(HttpStatusCode status)
    {
        Answer("PUT tokens/", status, "12", times: 1);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(13));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task As_a_date_are_waited_for_by_the_services_clock(HttpStatusCode status)
    {
        emulated.Wire.Answer("PUT tokens/", status, times: 1, header: ("Retry-After", "Mon, 01 Feb 2038 08:00:10 GMT"));
        emulated.Wire.Dated = new DateTimeOffset(2038, 2, 1, 8, 0, 0, TimeSpan.Zero);

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
    }

    [Theory]
    [MemberData(nameof(Lengthy))]
    public async Task That_outlast_the_operation_end_it_at_once(HttpStatusCode status, string value)
    {
        Answer("PUT tokens/", status, value);

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Status.ShouldBe((int)status);
        failure.RetryAfter!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromHours(1));
        emulated.Wire.Sent.Count(s => s.StartsWith("PUT tokens/", StringComparison.Ordinal)).ShouldBe(1);
        emulated.Clock.Waits.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lengthy))]
    public async Task That_outlast_the_disable_lead_to_the_delete(HttpStatusCode status, string value)
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        Answer("PATCH tokens/", status, value);

        await lease.RevokeAsync();

        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lengthy))]
    public async Task That_outlast_the_revocation_do_not_keep_it_from_trying_again(HttpStatusCode status, string value)
    {
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Clock.LongestWait = TimeSpan.FromSeconds(10);
        Answer("PATCH tokens/", status, value, times: 1);
        Answer("DELETE tokens/", status, value, times: 1);

        await lease.RevokeAsync();

        emulated.Emulator.Tokens.ShouldBeEmpty();
        emulated.Clock.Waits[^1].ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "0")]
    [InlineData(HttpStatusCode.OK, Fraction)]
    [InlineData(HttpStatusCode.OK, Largest)]
    public async Task Of_polls_keep_the_pace(HttpStatusCode status, string value)
    {
        var began = emulated.Clock.GetUtcNow();
        emulated.Wire.Answer("GET tokens/", status, """{"status":"Creating"}""", times: 9, ("Retry-After", value));

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        (emulated.Clock.GetUtcNow() - began).ShouldBe(9 * TimeSpan.FromSeconds(0.25));
    }

    [Theory]
    [InlineData("0", 0.25)]
    [InlineData("3", 3)]
    [InlineData(Hour, 10)]
    [InlineData(Largest, 10)]
    public async Task Of_a_token_that_is_not_active_yet_have_a_floor_and_a_ceiling(string value, double seconds)
    {
        emulated.Wire.Answer(
            "POST generateCredentials",
            HttpStatusCode.Conflict,
            """{"error":{"code":"TokenNotActive","message":"not yet"}}""",
            times: 1,
            ("Retry-After", value)
        );

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Theory]
    [InlineData("retry-after-ms")]
    [InlineData("x-ms-retry-after-ms")]
    public async Task In_the_words_of_other_services_are_not_waited_for(string name)
    {
        emulated.Wire.Answer("PUT tokens/", HttpStatusCode.ServiceUnavailable, times: 1, header: (name, "3600000"));

        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldHaveSingleItem().ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Never_send_a_generation_again_whose_outcome_is_unknown()
    {
        Answer("POST generateCredentials", HttpStatusCode.ServiceUnavailable, "1");

        await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        emulated.Wire.Sent.Count(s => s == "POST generateCredentials").ShouldBe(1);
    }

    [Fact]
    public async Task Of_what_a_lock_forbids_are_not_waited_for()
    {
        emulated.Wire.Answer("PUT tokens/", HttpStatusCode.Conflict, """{"error":{"code":"ScopeLocked"}}""", header: ("Retry-After", "1"));

        await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        emulated.Wire.Sent.Count(s => s.StartsWith("PUT tokens/", StringComparison.Ordinal)).ShouldBe(1);
    }

    private void Answer(string request, HttpStatusCode status, string value, int times = int.MaxValue) =>
        emulated.Wire.Answer(request, status, times: times, header: ("Retry-After", value));

    private static TheoryData<HttpStatusCode, string> Matrix(params string[] values)
    {
        var data = new TheoryData<HttpStatusCode, string>();
        foreach (var status in Statuses)
        {
            foreach (var value in values)
                data.Add(status, value);
        }

        return data;
    }
}
