using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Keyboards(Chromium chromium) : OnTheLivePage(chromium)
{
    private Arm Arm { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Arm = new Arm(Emulator, "test/1");
        await Arm.PutTokenAsync("builder");
        await OpenAsync();
        await Expect(RowOf("builder")).ToHaveCountAsync(1);
    }

    public override async Task DisposeAsync()
    {
        Arm.Dispose();
        await base.DisposeAsync();
    }

    [BrowserFact]
    public async Task Reach_everything_in_the_order_of_the_page()
    {
        List<string> reached = [];
        do
        {
            await Page.Keyboard.PressAsync("Tab");
            reached.Add(await FocusedAsync());
        } while (reached[^1] != "clear-faults" && reached.Count < 100);

        reached.ShouldBe([
            "+1 min",
            "+10 min",
            "+1 h",
            "+1 day",
            "tokens-state",
            "tokens-name",
            "tokens",
            "builder",
            "Disable builder",
            "Delete builder",
            "requests-token",
            "requests-client",
            "requests-status",
            "save",
            "requests",
            "builder",
            "Policy",
            "Lock",
            "Firewall",
            "Subscription disabled",
            "operation",
            "what",
            "times",
            "Add",
            "clear-faults",
        ]);
    }

    [BrowserTheory]
    [InlineData("Enter")]
    [InlineData("Space")]
    public async Task Disable_and_delete_and_stay_in_the_row(string key)
    {
        await Button("Disable builder").FocusAsync();
        await Page.Keyboard.PressAsync(key);
        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync("disabled");
        (await FocusedAsync()).ShouldBe("builder");

        await Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync()).ShouldBe("Delete builder");
        await Page.Keyboard.PressAsync(key);

        await Expect(Cell(RowOf("builder"), "Status")).ToContainTextAsync("revoked");
        (await FocusedAsync()).ShouldBe("builder");
        (await Page.EvaluateAsync<bool>("document.activeElement.closest('.list').id === 'tokens'")).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Tell_a_story_and_add_a_fault()
    {
        await RowOf("builder").Locator("button.name").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#requests-token")).ToHaveValueAsync("builder");

        await Page.GetByLabel("Operation").FocusAsync();
        await Page.Keyboard.TypeAsync("Tokens_Delete");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator("#faults")).ToHaveTextAsync("Tokens_Delete 503 × 1");
    }

    [BrowserFact]
    public async Task Keep_their_place_while_rows_come_in_above()
    {
        await PutAsync(0, 30);
        await Button("Delete other-28").FocusAsync();
        var before = await TopAsync();

        await PutAsync(30, 90);

        (await FocusedAsync()).ShouldBe("Delete other-28");
        (await TopAsync()).ShouldBe(before);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Cell(RowOf("other-28"), "Status")).ToContainTextAsync("deleted");
        Emulator.Tokens.ShouldNotContain(token => token.Name == "other-28");

        Task<double> TopAsync() => Page.EvaluateAsync<double>("document.activeElement.getBoundingClientRect().top");
    }

    [BrowserFact]
    public async Task Keep_their_row_while_it_is_scrolled_out_of_sight()
    {
        await PutAsync(0, 200);
        await Button("Delete other-199").FocusAsync();

        await Page.EvaluateAsync("document.getElementById('tokens').scrollTop = 1e6");

        await Expect(RowOf("builder")).ToBeVisibleAsync();
        (await FocusedAsync()).ShouldBe("Delete other-199");
        await Expect(RowOf("other-199")).ToHaveAttributeAsync("aria-rowindex", "2");
        (await Page.EvaluateAsync<double>("document.getElementById('tokens').scrollHeight")).ShouldBeInRange(202 * 28, 202 * 28 + 2);
    }

    [BrowserFact]
    public async Task Go_to_the_list_if_their_row_no_longer_fits_the_filter()
    {
        await Page.Locator("#tokens-state").SelectOptionAsync("usable");
        await Arm.GenerateAsync("builder");
        await Button("Delete builder").FocusAsync();

        await Page.Keyboard.PressAsync("Enter");

        await Expect(TokenRows).ToHaveCountAsync(0);
        (await FocusedAsync()).ShouldBe("tokens");
    }

    private async Task PutAsync(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            await Arm.PutTokenAsync($"other-{i}");
        }

        await Expect(Page.Locator("#tokens-count")).ToHaveTextAsync($"{to + 1} of {to + 1}");
    }
}
