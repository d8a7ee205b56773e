using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Keys(Chromium chromium) : OnTheLivePage(chromium)
{
    private string WithoutKey => Emulator.LivePage!.GetLeftPart(UriPartial.Path);

    [BrowserTheory]
    [InlineData("", "The key is missing")]
    [InlineData("#wrong", "This is not the key")]
    public async Task Missing_or_wrong_show_nothing_and_say_what_to_do(string fragment, string message)
    {
        var lease = await Builds.MintAsync();

        await Page.GotoAsync(WithoutKey + fragment);

        await Expect(Message).ToContainTextAsync(message);
        await Expect(Message).ToContainTextAsync("--print-key");
        await Expect(Glance).ToHaveTextAsync("Not connected");
        await Expect(TokenRows.Or(RequestRows)).ToHaveCountAsync(0);
        (await Page.ContentAsync()).ShouldNotContain(lease.Name);
        await lease.DisposeAsync();
    }

    [BrowserFact]
    public async Task Leave_the_address_and_are_in_no_address_or_Referer()
    {
        await OpenAsync();
        Page.Url.ShouldBe(WithoutKey);
        await Button("+1 min").ClickAsync();
        await Button("Clear").ClickAsync();
        await Page.RunAndWaitForDownloadAsync(() => Button("Save as JSON").ClickAsync());

        await Page.ReloadAsync();

        await Expect(Glance).ToContainTextAsync("usable");
        Page.Url.ShouldBe(WithoutKey);
        Sent.Count(request => request.Address.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(2);
        foreach (var request in Sent)
        {
            request.Address.ShouldNotContain(Emulator.ControlKey);
            request.Headers.Keys.ShouldNotContain("referer");
            request
                .Headers.Where(header => header.Value.Contains(Emulator.ControlKey, StringComparison.Ordinal))
                .ShouldAllBe(header => header.Key == "x-acr-emulator-key");
        }

        await Page.GoBackAsync();
        Page.Url.ShouldNotContain(Emulator.ControlKey);
    }

    [BrowserFact]
    public async Task Of_another_emulator_are_taken_in_the_same_tab()
    {
        await Page.GotoAsync(WithoutKey + "#wrong");
        await Expect(Message).ToContainTextAsync("This is not the key");

        await Page.EvaluateAsync("address => { location = address; }", Emulator.LivePage!.ToString());

        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
        await Expect(Message).ToBeEmptyAsync();
        Page.Url.ShouldBe(WithoutKey);
    }

    [BrowserFact]
    public async Task Are_of_no_use_without_the_control_API()
    {
        await using var emulator = await AcrEmulator.StartAsync(new AcrEmulatorOptions { EnableControlApi = false });
        emulator.LivePage.ShouldBeNull();

        foreach (var path in new[] { "live", "live.js", "live.css", "events" })
        {
            (await Page.GotoAsync(new Uri(emulator.RegistryEndpoint, $"/_emulator/{path}#{emulator.ControlKey}").ToString()))!.Status.ShouldBe(404);
        }
    }
}
