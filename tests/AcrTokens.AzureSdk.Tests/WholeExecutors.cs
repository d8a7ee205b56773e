using System.Net;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>The behaviour of every executor with a client's pipeline, which substitutes lack.</summary>
public abstract class WholeExecutors : Executors
{
    [Fact]
    public async Task Wait_out_what_is_throttled()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(30) });
        emulation.Clock.LongestWait = TimeSpan.FromSeconds(30);
        emulation.Wire.Answer("PUT tokens/", HttpStatusCode.TooManyRequests, times: 5, header: ("Retry-After", "7"));
        emulation.Wire.Answer("GET tokens/a-token/operationStatuses/", HttpStatusCode.TooManyRequests, times: 5);

        var token = await CreateAsync(Make(emulation), emulation);

        token.ProvisioningState.ShouldBe(AcrProvisioningState.Succeeded);
        emulation.Wire.Sent.Count(s => s.StartsWith("PUT ", StringComparison.Ordinal)).ShouldBe(6);
        emulation.Clock.Waits.Count(w => w >= TimeSpan.FromSeconds(7)).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Wait_out_a_throttled_page_of_a_list()
    {
        await using var emulation = await Emulation.StartAsync(o => o with { PageSize = 1 });
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        emulation.Wire.Answer("GET scopeMaps", HttpStatusCode.TooManyRequests, times: 5, header: ("Retry-After", "1"));
        emulation.Clock.LongestWait = TimeSpan.FromSeconds(20);

        (await executor.ListScopeMapsAsync(emulation.Registry, Odd.Fails, default).ToListAsync()).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Do_not_wait_for_ever_for_what_is_throttled()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Clock.LongestWait = TimeSpan.FromMinutes(2);
        emulation.Wire.Answer("PUT tokens/", HttpStatusCode.TooManyRequests, header: ("Retry-After", "60"));

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Status.ShouldBe(429);
        emulation.Wire.Sent.Count.ShouldBeInRange(4, 5);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("12.5")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("soon")]
    public async Task Are_led_neither_to_a_busy_loop_nor_to_a_long_wait(string retryAfter)
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.Answer("PUT tokens/", HttpStatusCode.ServiceUnavailable, times: 2, header: ("Retry-After", retryAfter));

        await CreateAsync(Make(emulation), emulation);

        emulation.Clock.Waits.Count.ShouldBe(2);
        emulation.Clock.Waits.ShouldAllBe(wait => wait >= TimeSpan.FromSeconds(0.25) && wait <= TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("0", 0.25)]
    [InlineData("2147483647", 10)]
    public async Task Wait_for_a_token_that_is_not_active_yet_with_a_floor_and_a_ceiling(string retryAfter, double seconds)
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        emulation.Wire.Answer(
            "POST generateCredentials",
            HttpStatusCode.Conflict,
            """{"error":{"code":"TokenNotActive","message":"not yet"}}""",
            times: 1,
            ("Retry-After", retryAfter)
        );

        await executor.GenerateCredentialsAsync(emulation.Token, AcrTokenPasswordName.Password1, null, default);

        emulation.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "3600")]
    [InlineData(HttpStatusCode.InternalServerError, "2147483647")]
    [InlineData(HttpStatusCode.RequestTimeout, "99999999999999999999")]
    public async Task Do_not_wait_for_what_outlasts_the_operation(HttpStatusCode status, string retryAfter)
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.Answer("PUT tokens/", status, header: ("Retry-After", retryAfter));

        (await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation))).Status.ShouldBe((int)status);

        emulation.Wire.Sent.Count.ShouldBe(1);
        emulation.Clock.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?page=1")]
    [InlineData("?page=1", "?page=2")]
    public async Task End_a_list_whose_pages_come_round_again(params string[] pages)
    {
        await using var emulation = await Emulation.StartAsync();
        var answered = 0;
        emulation.Wire.Change(
            "GET tokens",
            response =>
            {
                response.StatusCode = HttpStatusCode.OK;
                response.Content = new StringContent(
                    $$"""{"value":[],"nextLink":"{{new Uri(emulation.Emulator.ResourceManagerEndpoint, $"{emulation.Registry}/tokens{pages[answered++ % pages.Length]}")}}"}""",
                    System.Text.Encoding.UTF8,
                    "application/json"
                );
            }
        );

        var failure = await Should.ThrowAsync<AcrException>(async () =>
            await Make(emulation).ListTokensAsync(emulation.Registry, Odd.Fails, default).ToListAsync()
        );

        failure.Message.ShouldBe("Could not list tokens of registry 'myregistry': the list's next page was read already.");
        emulation.Wire.Sent.Count.ShouldBeLessThanOrEqualTo(pages.Length + 2);
    }

    [Theory]
    [InlineData("""{"id":"{id}","name":"ghost","properties":{"scopeMapId":""}}""")]
    [InlineData("""{"id":"{id}","name":"ghost","properties":{"scopeMapId":"garbage"}}""")]
    [InlineData("""{"id":"{id}","name":"ghost","properties":{"creationDate":"yesterday"}}""")]
    [InlineData("""{"id":"{id}","name":"ghost","properties":{"status":7}}""")]
    [InlineData("""{"name":"ghost","properties":{}}""")]
    [InlineData("""{"id":"garbage","name":"ghost","properties":{}}""")]
    [InlineData("""{"id":"","name":"ghost"}""")]
    [InlineData("""{"id":"{registry}/scopeMaps/ghost","name":"ghost","properties":{}}""")]
    public async Task List_past_a_token_that_cannot_be_read_and_name_it(string ghost)
    {
        (await ListAsync(ghost)).ShouldBe("Could not list tokens of registry 'myregistry': the item 'ghost' cannot be read.");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"\ud800"}""")]
    public async Task List_past_what_is_no_token_at_all(string ghost)
    {
        (await ListAsync(ghost)).ShouldBe("Could not list tokens of registry 'myregistry': an item without a name cannot be read.");
    }

    [Fact]
    public async Task List_past_a_scope_map_that_cannot_be_read()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        emulation.Wire.Answer(
            "GET scopeMaps",
            HttpStatusCode.OK,
            $$$"""{"value":[null,{"id":"{{{emulation.ScopeMap}}}","name":"a-map","properties":{"actions":["repositories/a/content/read"]}}]}"""
        );
        var odd = new List<AcrException>();

        (await executor.ListScopeMapsAsync(emulation.Registry, odd.Add, default).ToListAsync()).ShouldHaveSingleItem().Name.ShouldBe("a-map");

        odd.ShouldHaveSingleItem();
    }

    private async Task<string> ListAsync(string ghost)
    {
        await using var emulation = await Emulation.StartAsync();
        var page = $$$"""
            {"value":[
              {"id":"{{{emulation.Registry}}}/tokens/first","name":"first","properties":{}},
              {{{ghost.Replace("{id}", $"{emulation.Registry}/tokens/ghost", StringComparison.Ordinal).Replace(
                "{registry}",
                emulation.Registry.ToString(),
                StringComparison.Ordinal
            )}}},
              {"id":"{{{emulation.Registry}}}/tokens/last","name":"last","properties":{}}]}
            """;
        emulation.Wire.Answer("GET tokens", HttpStatusCode.OK, page);
        var odd = new List<AcrException>();

        var tokens = await Make(emulation).ListTokensAsync(emulation.Registry, odd.Add, default).ToListAsync();

        tokens.Select(t => t.Name).ShouldBe(["first", "last"]);
        return odd.ShouldHaveSingleItem().Message;
    }
}
