using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class RowsOfTokens(Chromium chromium) : OnTheLivePage(chromium)
{
    [BrowserFact]
    public async Task Follow_a_build_from_its_mint_to_its_end()
    {
        await OpenAsync();
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");

        var lease = await Builds.MintAsync(lifetime: TimeSpan.FromMinutes(30));
        await Builds.PushAsync(lease);

        var row = RowOf(lease.Name);
        await Expect(Cell(row, "Scope")).ToContainTextAsync("samples/app read");
        await Expect(Cell(row, "Status")).ToHaveTextAsync("usable");
        await Expect(Cell(row, "Passwords")).ToHaveTextAsync(Matching("^password1 (30:00|29:[0-5][0-9])$"));
        await Expect(Cell(row, "Minted by")).ToHaveTextAsync(Matching("AcrTokens"));
        await Expect(Cell(row, "Last login")).ToHaveTextAsync(Matching("^[0-9]{2}:[0-9]{2}:[0-9]{2}$"));
        await Expect(Cell(row, "Pushed")).ToHaveTextAsync("samples/app:1.2");
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");
        await Page.ScreenshotAsync(new() { Path = "/tmp/s1.png" });
        await lease.DisposeAsync();
        await Expect(Cell(row, "Status")).ToHaveTextAsync(Matching("^revoked [0-9]{2}:[0-9]{2}:[0-9]{2}$"));
        await Expect(row.GetByText(lease.Name)).ToHaveCSSAsync("text-decoration-line", "line-through");
        await Page.ScreenshotAsync(new() { Path = "/tmp/s2.png" });
    }
}
