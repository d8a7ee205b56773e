using System.Net;

namespace AcrTokens.Tests;

public sealed class Polling
{
    [Fact]
    public async Task Asks_at_once_when_the_service_is_done_at_once()
    {
        await using var emulated = await Emulated.StartAsync();

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldBeEmpty();
        emulated.Wire.Sent.Count(s => s.Contains("/operationStatuses/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Slows_down_while_the_service_works()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(40), SendRetryAfter = false });

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldBeInOrder();
        emulated.Clock.Waits.Count(w => w == TimeSpan.FromSeconds(0.25)).ShouldBe(17);
        emulated.Clock.Waits[^1].TotalSeconds.ShouldBeInRange(2, 2.5);
        emulated.Clock.Waits.Count.ShouldBe(55);
    }

    [Fact]
    public async Task Is_never_slower_than_the_service_says()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(40), SendRetryAfter = false });
        emulated.Wire.Change("GET tokens/", response => response.Headers.Add("Retry-After", "1"));

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.Max().ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(249, 0.25)]
    [InlineData(100, 0.25)]
    [InlineData(24, 0.5)]
    [InlineData(0, 2.5)]
    public async Task Spares_the_callers_budget_of_reads_where_little_is_left(int left, double seconds)
    {
        await using var emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(0.1), SendRetryAfter = false });
        emulated.Wire.Change(
            "GET tokens/",
            response =>
            {
                response.Headers.Remove("x-ms-ratelimit-remaining-subscription-reads");
                response.Headers.Add("x-ms-ratelimit-remaining-subscription-reads", $"{left}");
            }
        );

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Gives_up_after_its_time_and_rolls_back()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromHours(1) });

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("the service has not finished after 00:05:00");
        emulated.Clock.Waits.Aggregate((a, b) => a + b).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Follows_the_newest_link_verbatim()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(1) });
        var links = new List<string>();
        emulated.Wire.Change("PUT tokens/", KeepLink);
        emulated.Wire.Change("GET tokens/", KeepLink);

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        var polls = emulated
            .Wire.Urls.Where(u => u.AbsolutePath.Contains("/operationStatuses/", StringComparison.Ordinal))
            .Select(u => u.AbsoluteUri)
            .ToList();
        polls.Count.ShouldBeGreaterThan(1);
        polls.Distinct().Count().ShouldBe(polls.Count, "the emulator signs each link anew, as the service does");
        polls.ShouldBe(links.SkipLast(1));

        void KeepLink(HttpResponseMessage response) => links.Add(response.Headers.GetValues("Azure-AsyncOperation").Single());
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task Asks_for_the_token_where_the_operation_is_forbidden(HttpStatusCode status)
    {
        await using var emulated = await Emulated.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(1) });
        var settings = emulated.Of(new AcrTokenCreateSettings()).SetName("a-token").SetScopeMap("_repositories_pull").EnableOverwrite();
        emulated.Wire.Answer("GET tokens/a-token/operationStatuses/", status);

        var token = await emulated.Client.CreateTokenAsync(settings);

        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        emulated.Wire.Sent[^1].ShouldBe("GET tokens/a-token");
    }

    [Fact]
    public async Task Asks_for_the_token_until_it_is_gone_where_the_deletes_result_is_forbidden()
    {
        await using var emulated = await Emulated.StartAsync();
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Answer("GET /providers/Microsoft.ContainerRegistry/locations/", HttpStatusCode.Forbidden);

        await lease.RevokeAsync();

        emulated.Wire.Sent[^1].ShouldBe($"GET tokens/{lease.Name}");
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_an_unknown_state_for_a_running_one()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Wire.Answer("GET tokens/", HttpStatusCode.OK, """{"status":"Reticulating","splines":true}""", times: 2);

        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);

        emulated.Clock.Waits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Never_takes_the_access_token_to_another_host()
    {
        await using var emulated = await Emulated.StartAsync();
        emulated.Wire.Change(
            "PUT tokens/",
            response =>
            {
                response.Headers.Remove("Azure-AsyncOperation");
                response.Headers.Add("Azure-AsyncOperation", "https://example.com/subscriptions/x");
            }
        );

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.MintTokenAsync(emulated.Mint));

        failure.Message.ShouldContain("the service's link to the result leaves localhost, so it was not followed");
        emulated.Wire.Urls.ShouldAllBe(u => u.Host == "localhost");
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }
}
