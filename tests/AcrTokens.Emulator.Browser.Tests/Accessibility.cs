using AcrTokens.Emulator.Browser.Tests.Support;
using Deque.AxeCore.Playwright;

namespace AcrTokens.Emulator.Browser.Tests;

public class Accessibility(Chromium chromium) : OnTheLivePage(chromium)
{
    [BrowserTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 400)]
    public async Task Is_not_found_wanting_by_axe(ColorScheme colors, int width)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = colors });
        await Page.SetViewportSizeAsync(width, 800);
        await OpenAsync();
        await CheckAsync("an empty page");

        var lease = await Builds.MintAsync();
        await Builds.PushAsync(lease);
        await using (await Builds.MintAsync())
            await lease.DisposeAsync();
        await Builds.LogInAsync(lease.Name, "wrong");
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await arm.GenerateAsync("builder");
        await arm.PutTokenAsync("disabled");
        await arm.DisableAsync("disabled");
        Emulator.AddFault(new EmulatorFault("Tokens_Create") { Status = 503 });
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");
        await CheckAsync("usable and ended tokens");

        await Emulator.DisposeAsync();
        await Expect(Message).ToContainTextAsync("The emulator has ended");
        await CheckAsync("an ended emulator");
    }

    private async Task CheckAsync(string state)
    {
        var result = await Page.RunAxe();

        result.Passes.Length.ShouldBeGreaterThan(10);
        result
            .Violations.Select(violation =>
                $"{violation.Impact}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"
            )
            .ShouldBeEmpty(state);
    }
}
