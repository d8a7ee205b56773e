using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class RowsOfTokens(Chromium chromium) : OnTheLivePage(chromium)
{
    private const string AtATime = " [0-9]{2}:[0-9]{2}:[0-9]{2}$";

    [BrowserFact]
    public async Task Follow_a_build_from_its_mint_to_its_end()
    {
        await OpenAsync();
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
        await Expect(Glance).ToHaveClassAsync("none");
        var green = await ColorAsync();

        var lease = await Builds.MintAsync(lifetime: TimeSpan.FromMinutes(30));
        await Builds.PushAsync(lease);

        var row = RowOf(lease.Name);
        await Expect(Cell(row, "Scope")).ToHaveTextAsync(Matching("^samples/app read\\+write · "));
        await Expect(Cell(row, "Status")).ToHaveTextAsync("usable");
        await Expect(Cell(row, "Passwords")).ToHaveTextAsync(Matching("^password1 (30:00|29:[0-5][0-9])$"));
        await Expect(Cell(row, "Minted by")).ToHaveTextAsync(Matching("^AcrTokens/[0-9]"));
        await Expect(Cell(row, "Last login")).ToHaveTextAsync(Matching("^[0-9]{2}:[0-9]{2}:[0-9]{2}$"));
        await Expect(Cell(row, "Pushed")).ToHaveTextAsync("samples/app:1.2");
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");
        await Expect(Glance).ToHaveClassAsync("some");
        var red = await ColorAsync();
        await Expect(Page).ToHaveTitleAsync("✗ 1 usable token – acr-emulator");

        await using (await Builds.MintAsync())
            await Expect(Glance).ToHaveTextAsync("✗ 2 usable tokens");
        await lease.DisposeAsync();

        await Expect(Cell(row, "Status")).ToHaveTextAsync(Matching("^revoked" + AtATime));
        await Expect(Cell(row, "Pushed")).ToHaveTextAsync("samples/app:1.2");
        await ExpectStruckOutAsync(row);
        await Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
        (await ColorAsync()).ShouldBe(green);
        (green[1] > green[0], red[0] > red[1]).ShouldBe((true, true), "green and red");
    }

    [BrowserFact]
    public async Task Say_that_a_usable_token_was_deleted()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await arm.GenerateAsync("builder");
        await OpenAsync();
        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync("usable");
        await Expect(Cell(RowOf("builder"), "Passwords")).ToHaveTextAsync("password1 never expires");

        await arm.DeleteAsync("builder");

        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync(Matching("^deleted" + AtATime));
        await ExpectStruckOutAsync(RowOf("builder"));
    }

    [BrowserFact]
    public async Task Say_that_a_token_was_disabled()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await arm.GenerateAsync("builder");
        await OpenAsync();

        await arm.DisableAsync("builder");

        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync("disabled");
        await ExpectStruckOutAsync(RowOf("builder"));
    }

    [BrowserFact]
    public async Task Say_that_a_token_has_expired_and_then_that_it_was_swept()
    {
        await OpenAsync();
        var lease = await Builds.MintAsync(lifetime: TimeSpan.FromMinutes(30));
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");

        Emulator.AdvanceClock(TimeSpan.FromMinutes(31));

        var row = RowOf(lease.Name);
        await Expect(Cell(row, "Status")).ToHaveTextAsync("expired");
        await Expect(Cell(row, "Passwords")).ToHaveTextAsync("password1 expired");
        await ExpectStruckOutAsync(row);

        await Builds.SweepAsync();

        await Expect(Cell(row, "Status")).ToHaveTextAsync(Matching("^swept" + AtATime));
        await ExpectStruckOutAsync(row);
    }

    [BrowserFact]
    public async Task Are_not_struck_out_before_there_is_a_password()
    {
        using var arm = new Arm(Emulator, "test/1");
        await OpenAsync();

        await arm.PutTokenAsync("builder");

        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync("no password");
        await Expect(RowOf("builder")).Not.ToHaveClassAsync("over");
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
    }

    [BrowserFact]
    public async Task Are_one_for_each_token_of_the_same_name()
    {
        using var arm = new Arm(Emulator, "test/1");
        await OpenAsync();
        await arm.PutTokenAsync("builder");
        await arm.DeleteAsync("builder");

        await arm.PutTokenAsync("builder");

        await Expect(RowOf("builder")).ToHaveCountAsync(2);
        await Expect(Cell(RowOf("builder").First, "Status")).ToHaveTextAsync("no password");
        await Expect(Cell(RowOf("builder").Last, "Status")).ToHaveTextAsync(Matching("^deleted" + AtATime));
    }

    private static async Task ExpectStruckOutAsync(ILocator row)
    {
        await Expect(row).ToHaveClassAsync("over");
        await Expect(row.Locator("button.name")).ToHaveCSSAsync("text-decoration-line", "line-through");
    }

    /// <summary>Red, green and blue of the glance.</summary>
    private Task<int[]> ColorAsync() => Glance.EvaluateAsync<int[]>("glance => getComputedStyle(glance).color.match(/\\d+/g).map(Number)");
}
