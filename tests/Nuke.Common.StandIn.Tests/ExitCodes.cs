namespace Nuke.Common.StandIn.Tests;

public class ExitCodes
{
    [Fact]
    public void Success_is_zero() => Run("succeed").ShouldBe(0);

    [Fact]
    public void Failure_is_minus_one() => Run("fail", "FAILING=Fail").ShouldBe(BuildResult.Failure);

    [Fact]
    public void Target_may_set_the_code_of_a_success() => Run("set").ShouldBe(7);

    [Fact]
    public void Target_may_set_the_code_of_a_failure() => Run("set-and-fail", "FAILING=SetAndFail").ShouldBe(8);

    [Fact]
    public void Setting_the_code_at_the_end_is_too_late() => Run("succeed", "SETS_AT_THE_END=1").ShouldBe(0);

    private static int Run(string target, string environment = "") => BuildProcess.Run("ExitCodeBuild", target, environment).ExitCode;
}
