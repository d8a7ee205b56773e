namespace AcrTokens.Tool.Tests.Resources;

/// <summary>The sweep, and the preflight beside it.</summary>
public sealed class Sweeping : IAsyncLifetime
{
    private const string Over = "acrt-20250101t000000z-4711-3k9x0m2q";

    // A token without a password may be a mint's that is under way.
    private static readonly TimeSpan OldEnough = TimeSpan.FromMinutes(20);

    private ToolEmulator emulator = null!;

    public async Task InitializeAsync()
    {
        emulator = await ToolEmulator.StartAsync();
        await emulator.TokenAsync(Over);
        await emulator.TokenAsync("nightly");
        emulator.Service.AdvanceClock(OldEnough);
    }

    public Task DisposeAsync() => emulator.DisposeAsync().AsTask();

    [Fact]
    public async Task Deletes_what_is_over_and_says_so()
    {
        var run = await RunAsync("sweep", "--output", "tsv");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("2\t1\t1\t0\t0\t0\t0\t0\t0\tFalse\n");
        run.Error.ShouldContain("Swept registry myregistry: looked at 2 tokens, deleted 1 of 1 that are over");
        emulator.Service.Tokens.ShouldHaveSingleItem().Name.ShouldBe("nightly");
    }

    [Fact]
    public async Task With_what_if_only_says_what_it_would_delete()
    {
        var run = await RunAsync("sweep", "--what-if");

        run.Error.ShouldContain("What if: DELETE");
        run.Error.ShouldContain(Over);
        emulator.Service.Requests.ShouldAllBe(request => request.Method != "DELETE");
    }

    [Fact]
    public async Task Stops_at_its_maximum()
    {
        await emulator.TokenAsync("acrt-20250101t000000z-4711-4k9x0m2q");
        emulator.Service.AdvanceClock(OldEnough);

        var run = await RunAsync("sweep", "--maximum", "1", "--output", "json");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("\"stopped\": true");
        run.Error.ShouldContain("run it again, or raise --maximum");
        emulator.Service.Tokens.Count.ShouldBe(2);
    }

    [Fact]
    public async Task That_leaves_something_ends_with_1()
    {
        emulator.Service.Simulations = emulator.Service.Simulations with { Lock = Emulator.EmulatorLock.CanNotDelete };

        var run = await RunAsync("sweep");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Left for the next sweep");
    }

    [ToolFact("script")]
    public async Task Shows_a_bar_on_a_terminal_and_takes_it_back()
    {
        var run = await OnTerminal.RunAsync(emulator, ["sweep", "-r", emulator.Registry]);

        run.Output.ShouldContain("====");
        run.Output.ShouldContain("of 0 that are over deleted");
        run.Output[run.Output.LastIndexOf("\e[2K", StringComparison.Ordinal)..].ShouldStartWith("\e[2KLISTED");
    }

    [Fact]
    public async Task Is_preceded_by_a_preflight_that_ends_with_1_where_something_is_wrong()
    {
        (await RunAsync("preflight", "--scope-map", "_repositories_pull")).ExitCode.ShouldBe(0);
        emulator.Service.Simulations = emulator.Service.Simulations with { Lock = Emulator.EmulatorLock.ReadOnly };

        var run = await RunAsync("preflight", "--scope-map", "_repositories_pull");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("[error]   The lock");
        run.Output.ShouldEndWith("A mint or its revocation would fail.\n");
        run.Error.ShouldBe("");
    }

    private Task<ToolRun> RunAsync(params string[] arguments) => emulator.RunAsync([.. arguments, "--registry", emulator.Registry]);
}
