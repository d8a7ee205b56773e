namespace Nuke.Common.StandIn.Tests;

public class AsyncTargets
{
    [Theory]
    [InlineData("awaited", "Awaited")]
    [InlineData("awaited-task", "AwaitedTask")]
    public void Task_without_result_is_awaited(string argument, string target)
    {
        var result = Run(argument);
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Row(target).ShouldBe("Failed // InvalidOperationException: seen");
    }

    [Theory]
    [InlineData("dropped", "Dropped")]
    [InlineData("dropped-task", "DroppedTask")]
    public void Task_with_a_result_is_dropped_and_its_failure_lost(string argument, string target)
    {
        var result = Run(argument);
        result.ExitCode.ShouldBe(0);
        result.Row(target).ShouldBe("Succeeded");
        result.Text.ShouldNotContain("unseen");
    }

    private static BuildResult Run(string argument) => BuildProcess.Run("AsyncBuild", argument);
}
