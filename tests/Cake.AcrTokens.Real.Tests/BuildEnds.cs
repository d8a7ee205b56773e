namespace Cake.AcrTokens.Real.Tests;

/// <summary>The endings of a build in docs/cake.md. After each the service's state of the token is checked.</summary>
[Collection(RealCake.Name)]
public sealed class BuildEnds(CakeBuilds cake)
{
    [CakeTheory]
    [InlineData("succeeds", 0, "teardown True")]
    [InlineData("data", 0, "teardown of a lease")]
    [InlineData("throws", 1, "teardown False")]
    [InlineData("throws-a-code", 1, "teardown False")]
    [InlineData("cancelled", 1, "teardown False")]
    [InlineData("swallows", 0, "teardown True")]
    public async Task Leave_no_token_where_a_teardown_revokes(string mode, int exitCode, string said)
    {
        using var build = await cake.RunAsync("ends.cake", $"--mode={mode}");

        build.ExitCode.ShouldBe(exitCode, build.Output);
        build.Lines.ShouldContain(said);
        await ShouldBeRevokedAsync(build);
    }

    [CakeTheory]
    [InlineData("setup-throws", 1)]
    [InlineData("no-teardown", 0)]
    [InlineData("async-teardown", 0)]
    [InlineData("exits", 7)]
    public async Task Leave_no_token_either_where_none_does(string mode, int exitCode)
    {
        using var build = await cake.RunAsync("ends.cake", $"--mode={mode}");

        build.ExitCode.ShouldBe(exitCode, build.Output);
        build.Lines.ShouldNotContain(line => line.StartsWith("teardown", StringComparison.Ordinal));
        await ShouldBeRevokedAsync(build);
    }

    [CakeTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130, true)]
    [InlineData("INT", 130, true, true)]
    public async Task By_a_signal_are_the_signals_without_a_teardown_and_leave_no_token(
        string signal,
        int exitCode,
        bool toGroup = false,
        bool twice = false
    )
    {
        using var build = cake.Start("ends.cake", "--mode=waits");
        await build.WaitForAsync("waiting");
        await build.SignalAsync(signal, toGroup);
        if (twice)
            await build.SignalAsync(signal, toGroup);
        await build.EndAsync();

        build.ExitCode.ShouldBe(exitCode, build.Output);
        build.AllSaid("teardown").ShouldBeEmpty();
        await ShouldBeRevokedAsync(build);
    }

    // The terminal ends the child as well. How far Cake gets meanwhile is not determined.
    [CakeTheory]
    [InlineData(true, "INT", 130)]
    [InlineData(false, "INT", 130)]
    [InlineData(false, "TERM", 143)]
    public async Task By_a_signal_while_a_child_runs_leave_no_token(bool toGroup, string signal, int exitCode)
    {
        using var build = cake.Start("ends.cake", "--mode=waits-for-a-child");
        await build.WaitForAsync("waiting");
        await build.SignalAsync(signal, toGroup);
        await build.EndAsync();

        build.ExitCode.ShouldBe(exitCode, build.Output);
        await ShouldBeRevokedAsync(build);
    }

    [CakeFact]
    public async Task By_SIGKILL_leave_a_token_that_expires_and_can_be_revoked_by_its_name()
    {
        using var build = cake.Start("ends.cake", "--mode=waits");
        await build.WaitForAsync("waiting");
        await build.SignalAsync("KILL");
        await build.EndAsync();

        var name = build.Said("minted ");
        build.ExitCode.ShouldBe(137, build.Output);
        var left = (await cake.Emulator.StateAsync()).Tokens[name];
        left.GetProperty("passwords")[0]
            .GetProperty("expiry")
            .GetDateTimeOffset()
            .ShouldBeInRange(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddMinutes(6));

        using var next = await cake.RunAsync("ends.cake", "--target=Revoke", $"--name={name}");
        next.ExitCode.ShouldBe(0, next.Output);
        await ShouldBeRevokedAsync(build);
    }

    private async Task ShouldBeRevokedAsync(CakeProcess build)
    {
        var name = build.Said("minted ");
        (await cake.Emulator.OperationsAsync(name)).ShouldContain("Tokens_Create", build.Output);
        (await cake.Emulator.StateAsync()).Tokens.Keys.ShouldNotContain(name, build.Output);
    }
}
