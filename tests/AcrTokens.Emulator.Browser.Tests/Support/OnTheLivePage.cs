using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Browser.Tests.Support;

/// <summary>A separate emulator on ports and a separate page for every test. One after the other, for each may use both processors.</summary>
[Collection(nameof(OnTheLivePage))]
public abstract class OnTheLivePage(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    protected AcrEmulator Emulator { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    private protected Builds Builds { get; private set; } = null!;

    /// <summary>What the browser wrote to its console, and errors of the script.</summary>
    private protected List<string> Complaints { get; } = [];

    /// <summary>All requests of the page, by address and Referer.</summary>
    private protected List<SentRequest> Sent { get; } = [];

    protected virtual AcrEmulatorOptions Options => new();

    protected virtual BrowserNewContextOptions Window =>
        new()
        {
            ViewportSize = new() { Width = 1280, Height = 900 },
        };

    protected ILocator Glance => Page.Locator("#usable");

    protected ILocator Message => Page.Locator("#connection");

    protected ILocator TokenRows => Page.Locator("#tokens tbody tr:not(.space)");

    protected ILocator RequestRows => Page.Locator("#requests tbody tr:not(.space)");

    public virtual async Task InitializeAsync()
    {
        Emulator = await AcrEmulator.StartAsync(Options);
        Builds = new Builds(Emulator);
        Page = await NewPageAsync(Window);
    }

    public virtual async Task DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Builds.Dispose();
        await Emulator.DisposeAsync();
    }

    protected async Task<IPage> NewPageAsync(BrowserNewContextOptions window)
    {
        var context = await chromium.Browser.NewContextAsync(window);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', event => console.error(`${event.effectiveDirective} refused ${event.blockedURI}`));"
        );
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += async (_, request) => Sent.Add(new SentRequest(request.Url, await request.AllHeadersAsync()));
        return page;
    }

    /// <summary>Opens the address that the emulator prints, and waits for the first event.</summary>
    protected async Task OpenAsync()
    {
        await Page.GotoAsync(Emulator.LivePage!.ToString());
        await Expect(Glance).ToContainTextAsync("usable");
    }

    /// <summary>The row of a token, by its whole name.</summary>
    protected ILocator RowOf(string token) => TokenRows.Filter(new() { Has = Page.GetByText(token, new() { Exact = true }) });

    /// <summary>The cell of a row below a column's title.</summary>
    protected static ILocator Cell(ILocator row, string title) =>
        row.Locator($"xpath=td[count(ancestor::table/thead/tr/th[normalize-space()='{title}']/preceding-sibling::th)+1]");

    /// <summary>The operations and answers in the list of requests, from the oldest.</summary>
    protected async Task<IReadOnlyList<string>> StoryAsync() =>
        [
            .. (
                await RequestRows.EvaluateAllAsync<string[]>("rows => rows.map(row => `${row.cells[2].textContent} ${row.cells[1].textContent}`)")
            ).Reverse(),
        ];

    /// <summary>The id of the element that has the focus, or its name.</summary>
    protected Task<string> FocusedAsync() =>
        Page.EvaluateAsync<string>(
            """
            () => {
              const { id, ariaLabel, name, labels, textContent } = document.activeElement;
              const label = labels?.[0];
              return id || ariaLabel || name || label?.firstChild.textContent.trim() || label?.textContent.trim() || textContent;
            }
            """
        );

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected static Regex Matching(string pattern) => new(pattern);

    internal sealed record SentRequest(string Address, IReadOnlyDictionary<string, string> Headers);
}
