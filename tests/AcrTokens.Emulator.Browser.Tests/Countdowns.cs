using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Countdowns(Chromium chromium) : OnTheLivePage(chromium)
{
    private readonly SetClock clock = new();

    protected override AcrEmulatorOptions Options => new() { TimeProvider = clock };

    [BrowserFact]
    public async Task Age_without_a_message_of_the_emulator()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("shorter");
        await arm.GenerateAsync("shorter", clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        await arm.PutTokenAsync("longer");
        await arm.GenerateAsync("longer", clock.GetUtcNow() + TimeSpan.FromHours(26));
        await SetBrowserAsync(TimeSpan.Zero);
        await OpenAsync();
        await ExpectAsync("shorter", "30:00", "usable");
        await ExpectAsync("longer", "1 d 02 h", "usable");

        await SetBrowserAsync(TimeSpan.FromMinutes(29) + TimeSpan.FromSeconds(1));
        await ExpectAsync("shorter", "00:59", "usable");

        await SetBrowserAsync(TimeSpan.FromMinutes(30));
        await ExpectAsync("shorter", "expired", "expired");
        await Expect(RowOf("shorter")).ToHaveClassAsync("over");
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");

        await SetBrowserAsync(TimeSpan.FromHours(20) + TimeSpan.FromSeconds(50));
        await ExpectAsync("longer", "5:59:10", "usable");

        await SetBrowserAsync(TimeSpan.FromHours(26));
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
    }

    [BrowserTheory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task Count_by_the_emulators_clock_if_the_browsers_is_wrong(int minutes)
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await arm.GenerateAsync("builder", clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        await SetBrowserAsync(TimeSpan.FromMinutes(minutes));

        await OpenAsync();

        await ExpectAsync("builder", "30:00", "usable");
        await Expect(Page.Locator("#clock")).ToHaveTextAsync("2026-11-27 09:00:00Z");
    }

    private Task SetBrowserAsync(TimeSpan after) => Page.Clock.SetFixedTimeAsync((clock.GetUtcNow() + after).UtcDateTime);

    private async Task ExpectAsync(string token, string left, string status)
    {
        await Expect(Cell(RowOf(token), "Passwords")).ToHaveTextAsync("password1 " + left);
        await Expect(Cell(RowOf(token), "Status")).ToHaveTextAsync(status);
    }
}
