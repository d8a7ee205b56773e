namespace Nuke.Common.StandIn.Tests;

public class Requirements
{
    [Theory]
    [InlineData("needs-text", "Target 'NeedsText' requires member 'Text' to be not null or empty")]
    [InlineData("needs-text --text \" \"", "Target 'NeedsText' requires member 'Text' to be not null or empty")]
    [InlineData("needs-number", "Target 'NeedsNumber' requires member 'Number' to be not null or empty")]
    [InlineData("needs-condition", "Target 'NeedsCondition' requires '")]
    [InlineData("needs-no-parameter", "Member 'NoParameter' is required from target 'NeedsNoParameter' but not marked with an injection attribute.")]
    public void Missing_requirement_fails_before_any_target_but_the_build_finishes(string arguments, string message)
    {
        var result = Run(arguments);
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Text.ShouldContain(message);
        result.Ran.ShouldBeEmpty();
        result.Table.ShouldAllBe(x => x.Contains(" NotRun"));
        result.Lines.ShouldContain("finished");
    }

    [Fact]
    public void Requirements_of_targets_outside_the_plan_do_not_matter() => Run("first").ExitCode.ShouldBe(0);

    [Fact]
    public void Met_requirements_let_the_build_run()
    {
        var result = Run("needs-all --text here --number 1 --condition");
        result.Ran.Split(' ').ShouldBe(["First", "NeedsText", "NeedsNumber", "NeedsCondition"], ignoreOrder: true);
        result.ExitCode.ShouldBe(0);
    }

    private static BuildResult Run(string arguments) => BuildProcess.Run("DemandingBuild", arguments);
}
