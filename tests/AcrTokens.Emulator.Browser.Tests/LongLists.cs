using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

/// <summary>5,000 tokens and 10,000 requests. How long the page takes is measured by the emulator's benchmarks.</summary>
public class LongLists(Chromium chromium) : OnTheLivePage(chromium)
{
    private const int Tokens = 5_000;
    private const int Requests = 10_000;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        using var http = new HttpClient(Emulator.CreateHandler()) { BaseAddress = Emulator.RegistryEndpoint };
        http.DefaultRequestHeaders.Add("x-acr-emulator-key", Emulator.ControlKey);
        (await http.PostAsJsonAsync("/_emulator/state", Seed())).EnsureSuccessStatusCode();
        await http.GetAsync("/v2/the/oldest/tags/list");
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests - 2),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, ct) => (await http.GetAsync("/v2/", ct)).Dispose()
        );
        await http.GetAsync("/v2/the/newest/tags/list");
        await OpenAsync();
        await Expect(Page.Locator("#tokens-count")).ToHaveTextAsync("5000 of 5000");
        await Expect(Page.Locator("#requests-count")).ToHaveTextAsync("10000 of 10000");
    }

    [BrowserFact]
    public async Task Hold_only_the_rows_in_sight_from_the_newest_to_the_oldest()
    {
        await Expect(TokenRows.First.Locator("button.name")).ToHaveTextAsync("token-4999");
        await Expect(Cell(RequestRows.First, "Path")).ToHaveTextAsync("GET /v2/the/newest/tags/list");
        await ExpectFewRowsAsync();

        await Page.EvaluateAsync("for (const list of document.querySelectorAll('.list')) list.scrollTop = list.scrollHeight / 2;");
        await Expect(RowOf("token-2500")).ToHaveCountAsync(1);
        await ExpectFewRowsAsync();

        await Page.EvaluateAsync("for (const list of document.querySelectorAll('.list')) list.scrollTop = list.scrollHeight;");
        await Expect(TokenRows.Last.Locator("button.name")).ToHaveTextAsync("token-0000");
        await Expect(TokenRows.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(TokenRows.Last).ToHaveAttributeAsync("aria-rowindex", "5001");
        await Expect(Page.Locator("#tokens table")).ToHaveAttributeAsync("aria-rowcount", "5001");
        await Expect(Cell(RequestRows.Last, "Path")).ToHaveTextAsync("GET /v2/the/oldest/tags/list");
        await Expect(RequestRows.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await ExpectFewRowsAsync();
    }

    [BrowserFact]
    public async Task Stay_where_they_are_read_while_rows_come_in_above()
    {
        await Page.EvaluateAsync("for (const list of document.querySelectorAll('.list')) list.scrollTop = list.scrollHeight;");
        await Expect(TokenRows.Last.Locator("button.name")).ToHaveTextAsync("token-0000");
        var before = await RowOf("token-0000").BoundingBoxAsync();

        await using (await Builds.MintAsync())
            await Expect(Page.Locator("#tokens-count")).ToHaveTextAsync("5001 of 5001");

        (await RowOf("token-0000").BoundingBoxAsync())!.Y.ShouldBe(before!.Y);
        // The oldest requests are forgotten.
        await Expect(Page.Locator("#requests-count")).ToHaveTextAsync("10000 of 10000");
        await Expect(Cell(RequestRows.Last, "Path")).ToHaveTextAsync("GET /v2/");
    }

    [BrowserFact]
    public async Task Shrink_to_what_fits_a_filter_from_wherever_they_are_read()
    {
        await Page.EvaluateAsync("document.getElementById('tokens').scrollTop = 1e6;");

        await Page.GetByLabel("Name has").FillAsync("TOKEN-123");

        await Expect(Page.Locator("#tokens-count")).ToHaveTextAsync("10 of 5000");
        await Expect(TokenRows).ToHaveCountAsync(10);
        await Expect(TokenRows.First.Locator("button.name")).ToHaveTextAsync("token-1239");
    }

    private async Task ExpectFewRowsAsync()
    {
        (await TokenRows.CountAsync()).ShouldBeInRange(8, 60);
        (await RequestRows.CountAsync()).ShouldBeInRange(8, 60);
    }

    private static JsonObject Seed() =>
        new()
        {
            ["registries"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "myregistry",
                    ["tokens"] = new JsonArray([
                        .. Enumerable
                            .Range(0, Tokens)
                            .Select(number => new JsonObject
                            {
                                ["name"] = $"token-{number:D4}",
                                ["scopeMap"] = "_repositories_push",
                                ["passwords"] = new JsonArray(new JsonObject { ["name"] = "password1", ["value"] = $"not-a-secret-{number}" }),
                            }),
                    ]),
                }
            ),
        };
}
