namespace Nuke.Common.StandIn.Tests;

public class Signals
{
    [UnixFact]
    public void Interrupt_runs_the_assured_targets_and_finishes_and_then_kills()
    {
        var result = Send("INT");
        result.ExitCode.ShouldBe(130);
        result.Ran.ShouldBe("Mint Revoke");
        result.Row("Push").ShouldBe("Aborted");
        result.Row("Deploy").ShouldBe("NotRun");
        result.Row("Revoke").ShouldBe("Succeeded");
        result.Lines.ShouldContain("finished");
    }

    [UnixFact]
    public void Report_of_an_assured_target_throws_while_the_interrupted_one_still_runs()
    {
        var result = Send("INT");
        result.Row("Report").ShouldStartWith("Failed // InvalidOperationException: ");
        result.Lines.ShouldContain("finished");
    }

    [UnixFact]
    public void Termination_runs_nothing()
    {
        var result = Send("TERM");
        result.ExitCode.ShouldBe(143);
        result.Ran.ShouldBe("Mint");
        result.Lines.ShouldNotContain("finished");
        result.Table.ShouldBeEmpty();
    }

    private static BuildResult Send(string signal)
    {
        using var build = new BuildProcess("WaitingBuild");
        build.WaitFor("waiting");
        build.Signal(signal);
        return build.WaitForEnd();
    }
}
