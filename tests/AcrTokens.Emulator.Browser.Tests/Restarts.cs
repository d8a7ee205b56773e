using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Restarts(Chromium chromium) : OnTheLivePage(chromium)
{
    [BrowserFact]
    public async Task Are_noticed_and_the_new_address_works_in_the_same_tab()
    {
        await OpenAsync();
        var lease = await Builds.MintAsync();
        lease.Detach();
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");

        await Emulator.DisposeAsync();

        await Expect(Message).ToHaveTextAsync("The emulator has ended. Waiting for it …");
        await Expect(Glance).ToHaveTextAsync("Not connected");

        await using var again = await AcrEmulator.StartAsync(
            new AcrEmulatorOptions { ResourceManagerPort = Emulator.ResourceManagerEndpoint.Port, RegistryPort = Emulator.RegistryEndpoint.Port }
        );

        await Expect(Message).ToContainTextAsync("This is not the key of the emulator that runs now");
        await Expect(Glance).ToHaveTextAsync("Not connected");

        await Page.EvaluateAsync("address => { location = address; }", again.LivePage!.ToString());

        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
        await Expect(Message).ToBeEmptyAsync();
        await Expect(TokenRows).ToHaveCountAsync(0);
    }
}
