namespace Nuke.Common.StandIn.Tests;

public class Skipping
{
    [Fact]
    public void Static_condition_skips_the_dependencies_too()
    {
        var result = Run("static-push");
        result.Ran.ShouldBe("StaticPush");
        result.Row("StaticMint").ShouldBe("Skipped // OnlyWhen: Wanted");
        result.Row("Pack").ShouldBe("Skipped // Skipped: because of StaticMint");
        result.Row("Compile").ShouldBe("Skipped // Skipped: because of Pack");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Static_condition_leaves_dependencies_that_others_need() => Run("shared-push").Ran.ShouldBe("Compile SharedPush");

    [Fact]
    public void WhenSkipped_keeps_the_dependencies() => Run("keeping-push").Ran.ShouldBe("Compile Pack KeepingPush");

    [Fact]
    public void Dynamic_condition_is_asked_at_the_targets_turn()
    {
        var result = Run("dynamic-push");
        result.Ran.ShouldBe("Compile Pack DynamicPush");
        result.Row("DynamicMint").ShouldBe("Skipped // OnlyWhen: Wanted");
        result.Lines.ShouldContain("skipped DynamicMint");
    }

    [Fact]
    public void Named_target_with_a_static_condition_is_skipped_as_well()
    {
        var result = Run("static-mint");
        result.Ran.ShouldBeEmpty();
        result.Row("StaticMint").ShouldBe("Skipped // OnlyWhen: Wanted");
    }

    [Fact]
    public void Skip_parameter_skips_the_named_targets_and_what_only_they_need()
    {
        var result = Run("dynamic-push --skip pack");
        result.Ran.ShouldBe("DynamicPush");
        result.Row("Pack").ShouldBe("Skipped // Skipped: via parameter");
    }

    [Fact]
    public void Skip_parameter_without_names_skips_all_but_what_was_asked_for() => Run("pack --skip").Ran.ShouldBe("Pack");

    [Fact]
    public void Condition_that_throws_fails_the_build()
    {
        var result = Run("bad-condition");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Text.ShouldContain(
            "[ERR] Invocation of condition for BadCondition has thrown an exception\nSystem.InvalidOperationException: cannot tell"
        );
    }

    private static BuildResult Run(string arguments) => BuildProcess.Run("SkippingBuild", arguments);
}
