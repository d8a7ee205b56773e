namespace Cake.AcrTokens.Real.Tests;

/// <summary>The aliases treat the same command lines as dry runs as Cake does. The setup, which mints, runs in a dry run too.</summary>
[Collection(RealCake.Name)]
public sealed class DryRuns(CakeBuilds cake)
{
    [CakeTheory]
    [InlineData("--dryrun")]
    [InlineData("--dryrun=true")]
    [InlineData("--dryrun:true")]
    [InlineData("--noop=true")]
    [InlineData("--dryrun", "true")]
    [InlineData("--dryrun=false", "--dryrun")]
    public async Task Mint_nothing(params string[] arguments)
    {
        using var build = await cake.RunAsync("ends.cake", ["--mode=data", .. arguments]);

        build.ExitCode.ShouldBe(0, build.Output);
        build.Lines.ShouldNotContain("next", "Cake ran the tasks");
        build.Lines.ShouldContain("teardown of a lease");
        (await cake.Emulator.OperationsAsync(build.Said("minted "))).ShouldBeEmpty();
    }

    [CakeTheory]
    [InlineData("--dryrun", "false")]
    [InlineData("--dryrun=false")]
    [InlineData("--DryRun")]
    [InlineData("--dryrun", "--noop=false")]
    [InlineData("--", "--dryrun")]
    public async Task Are_not_these(params string[] arguments)
    {
        using var build = await cake.RunAsync("ends.cake", ["--mode=data", .. arguments]);

        build.ExitCode.ShouldBe(0, build.Output);
        build.Lines.ShouldContain("next");
        (await cake.Emulator.OperationsAsync(build.Said("minted "))).ShouldContain("Tokens_Create");
        (await cake.Emulator.StateAsync()).Tokens.Keys.ShouldNotContain(build.Said("minted "));
    }
}
