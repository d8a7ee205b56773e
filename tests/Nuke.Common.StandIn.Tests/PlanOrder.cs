namespace Nuke.Common.StandIn.Tests;

public class PlanOrder
{
    [Fact]
    public void Default_target_runs_after_its_dependencies_and_before_what_it_triggers() =>
        Run().Ran.ShouldBe("Compile PackImage Push Announce Measure");

    [Theory]
    [InlineData("pack-image")]
    [InlineData("PACKIMAGE")]
    [InlineData("--target PackImage")]
    [InlineData("--target pack-image --no-logo")]
    public void Named_target_runs_instead_of_the_default(string arguments) => Run(arguments).Ran.ShouldBe("Compile PackImage");

    [Theory]
    [InlineData("docs pack-image")]
    [InlineData("--target docs pack-image")]
    [InlineData("--target docs+pack-image")]
    public void Order_is_the_plans_and_not_the_command_lines(string arguments) => Run(arguments).Ran.ShouldBe("Compile PackImage Docs");

    [Fact]
    public void Before_orders_without_pulling_in()
    {
        Run("compile").Ran.ShouldBe("Compile");
        Run("compile restore").Ran.ShouldBe("Restore Compile");
    }

    [Fact]
    public void Variable_names_the_target() => BuildProcess.Run("OrderBuild", environment: "NUKE_TARGET=Restore").Ran.ShouldBe("Restore");

    [Fact]
    public void Target_without_actions_is_not_in_the_table()
    {
        var result = Run("all");
        result.Ran.ShouldBe("Compile Docs");
        result.Table.ShouldNotContain(x => x.StartsWith("All"));
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Unknown_target_fails_before_anything_runs_and_lists_the_known_ones()
    {
        var result = Run("pusch");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Text.ShouldContain("Target with name 'pusch' does not exist. Available targets are:\n  - All\n  - Announce\n");
        result.Ran.ShouldBeEmpty();
        result.Lines.ShouldNotContain("finished");
    }

    [Fact]
    public void Circle_fails_before_anything_runs()
    {
        var result = BuildProcess.Run("CircularBuild");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Text.ShouldContain("Circular dependencies between targets:");
        result.Ran.ShouldBeEmpty();
    }

    [Fact]
    public void Build_without_a_root_directory_says_what_to_do()
    {
        using var build = new BuildProcess("OrderBuild", hasRoot: false);
        var result = build.WaitForEnd();
        result.ExitCode.ShouldNotBe(0);
        result.Errors.ShouldContain("Could not locate '.nuke' directory/file while walking up from '");
    }

    private static BuildResult Run(string arguments = "") => BuildProcess.Run("OrderBuild", arguments);
}
