using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class SeveralRegistries(Chromium chromium) : OnTheLivePage(chromium)
{
    protected override AcrEmulatorOptions Options => new() { RegistryName = "First", FurtherRegistryNames = ["Second"] };

    [BrowserFact]
    public async Task Are_named_beside_the_token_once_two_have_tokens()
    {
        using var first = new Arm(Emulator, "test/1");
        using var second = new Arm(Emulator, "test/2", registry: 1);
        await OpenAsync();
        await first.PutTokenAsync("Builder");
        await Expect(RowOf("Builder")).ToHaveCountAsync(1);

        await second.PutTokenAsync("Builder");

        await Expect(RowOf("First/Builder")).ToHaveCountAsync(1);
        await Expect(RowOf("Second/Builder")).ToHaveCountAsync(1);
        await Expect(TokenRows.Locator("button.name")).ToHaveCountAsync(2);
        await RowOf("Second/Builder").Locator("button.name").ClickAsync();
        await Expect(RequestRows).ToHaveCountAsync(1);
        await Expect(Cell(RequestRows, "Client")).ToHaveTextAsync("test/2");

        await Button("Delete Second/Builder").ClickAsync();

        await Expect(Cell(RowOf("Second/Builder"), "Status")).ToContainTextAsync("deleted");
        Emulator.Tokens.ShouldHaveSingleItem().RegistryName.ShouldBe("First");
    }
}
