namespace Nuke.Common.StandIn.Tests;

public class Extensions
{
    [Fact]
    public void Hooks_are_called_by_priority_and_the_builds_own_comes_last()
    {
        string[] hooks =
        [
            "first created, plan known: False",
            "second created, plan known: False",
            "own created",
            "first initialized, 4 targets, plan Mint+Doubt+Push+Revoke",
            "second initialized, 4 targets, plan Mint+Doubt+Push+Revoke",
            "own initialized",
            "first running Mint",
            "second running Mint",
            "own running Mint",
            "ran Mint",
            "first reported Mint, 1 pairs",
            "second reported Mint, 1 pairs",
            "first succeeded Mint",
            "second succeeded Mint",
            "own succeeded Mint",
            "first skipped Doubt",
            "second skipped Doubt",
            "own skipped Doubt",
            "first running Push",
            "second running Push",
            "own running Push",
            "ran Push",
            "first reported Push, 1 pairs",
            "second reported Push, 1 pairs",
            "first failed Push",
            "second failed Push",
            "own failed Push",
            "first running Revoke",
            "second running Revoke",
            "own running Revoke",
            "ran Revoke",
            "first succeeded Revoke",
            "second succeeded Revoke",
            "own succeeded Revoke",
            "first finished",
            "second finished",
            "own finished",
        ];
        Run("Push").Lines.Where(x => x.Split(' ')[0] is "first" or "second" or "own" or "ran").ShouldBe(hooks);
    }

    [Fact]
    public void Build_finishes_after_the_summary()
    {
        var lines = Run("").Lines.ToList();
        lines.IndexOf("first finished").ShouldBeGreaterThan(lines.FindIndex(x => x.StartsWith("Build succeeded on ")));
    }

    [Fact]
    public void Throw_when_created_ends_the_build_at_once()
    {
        var result = Run("first created");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Lines.ShouldContain("first created broke");
        result.Table.ShouldBeEmpty();
        result.Lines.ShouldNotContain("own finished");
    }

    [Fact]
    public void Throw_when_initialized_leaves_all_targets_out()
    {
        var result = Run("first initialized");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Ran.ShouldBeEmpty();
        result.Table.ShouldAllBe(x => x.Contains(" NotRun"));
        result.Lines.ShouldContain("own finished");
    }

    [Fact]
    public void Throw_when_a_target_starts_aborts_it_and_the_assured_ones_still_run()
    {
        var result = Run("first running Push");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Row("Push").ShouldBe("Aborted");
        result.Ran.ShouldBe("Mint Revoke");
    }

    [Fact]
    public void Throw_when_a_target_succeeded_makes_it_fail()
    {
        var result = Run("first succeeded Push");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Row("Push").ShouldBe("Failed // InvalidOperationException: first succeeded Push broke");
        result.Ran.ShouldBe("Mint Push Revoke");
    }

    [Fact]
    public void Throw_when_a_target_failed_keeps_no_assured_target_from_running()
    {
        var result = Run("Push,first failed Push");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Ran.ShouldBe("Mint Push Revoke");
    }

    [Fact]
    public void Throw_when_a_target_is_skipped_stops_the_build()
    {
        var result = Run("first skipped Doubt");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Ran.ShouldBe("Mint Revoke");
        result.Row("Push").ShouldBe("NotRun");
    }

    [Fact]
    public void Throw_when_a_summary_is_reported_reaches_the_target_that_reports()
    {
        var result = Run("first reported Mint");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Row("Mint").ShouldBe("Failed // Token: build-42");
        result.Text.ShouldContain("System.InvalidOperationException: first reported Mint broke");
        result.Ran.ShouldBe("Mint Revoke");
    }

    [Fact]
    public void Throw_when_a_failure_is_reported_leaves_the_target_aborted()
    {
        var result = Run("Push,first reported Push");
        result.Row("Push").ShouldBe("Aborted // InvalidOperationException: Push broke");
        result.Lines.ShouldNotContain("own failed Push");
        result.Ran.ShouldBe("Mint Push Revoke");
    }

    [Fact]
    public void Throw_when_finished_crashes_the_process_and_skips_the_extensions_after_it()
    {
        var result = Run("first finished");
        result.ExitCode.ShouldNotBeOneOf(0, BuildResult.Failure);
        result.Lines.ShouldNotContain("second finished");
        result.Row("Push").ShouldBe("Succeeded");
    }

    private static BuildResult Run(string failing) => BuildProcess.Run("ExtendedBuild", environment: $"FAILING={failing}");
}
