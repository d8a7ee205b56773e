namespace Nuke.Common.StandIn.Tests;

public class AssuredTargets
{
    [Fact]
    public void Assured_target_runs_at_its_turn_when_nothing_fails()
    {
        var result = Run("");
        result.Ran.ShouldBe("Mint Scan Push Deploy Revoke Sweep");
        result.ExitCode.ShouldBe(0);
        result.Lines.ShouldContain("finished, failing: False, failed: ");
    }

    [Fact]
    public void Assured_target_runs_after_failure()
    {
        var result = Run("Push");
        result.Ran.ShouldBe("Mint Scan Push Revoke Sweep");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Row("Push").ShouldBe("Failed // InvalidOperationException: Push broke");
        result.Row("Deploy").ShouldBe("NotRun");
        result.Row("Revoke").ShouldBe("Succeeded");
    }

    [Fact]
    public void Assured_target_that_is_not_in_the_plan_does_not_run() => Run("Push").Table.ShouldNotContain(x => x.StartsWith("Unrelated"));

    [Fact]
    public void Assured_target_runs_even_when_what_triggers_it_failed() => Run("Mint").Ran.ShouldBe("Mint Revoke Sweep");

    [Fact]
    public void Assured_target_keeps_its_dynamic_condition()
    {
        var result = Run("Push", "NO_TOKEN=1");
        result.Ran.ShouldBe("Mint Scan Push Sweep");
        result.Row("Revoke").ShouldBe("Skipped // OnlyWhen: _hasToken");
    }

    [Theory]
    [InlineData("Push", "Failed // InvalidOperationException: Push broke", "Succeeded", "Succeeded")]
    [InlineData("Mint", "Skipped // Skipped: because of Prove", "Skipped // OnlyWhen: _hasToken", "Skipped // OnlyWhen: _hasToken")]
    public void Assured_target_that_is_skipped_after_failure_skips_what_it_alone_needs(string failing, string push, string revoke, string prove)
    {
        var result = BuildProcess.Run("ProvingBuild", environment: $"FAILING={failing}");
        result.Row("Push").ShouldBe(push);
        result.Row("Revoke").ShouldBe(revoke);
        result.Row("Prove").ShouldBe(prove);
        result.ExitCode.ShouldBe(BuildResult.Failure);
    }

    [Fact]
    public void Assured_target_that_was_asked_for_by_name_is_skipped_and_skips_likewise()
    {
        var result = BuildProcess.Run("ProvingBuild", "prove push", "FAILING=Mint");
        result.Row("Push").ShouldBe("NotRun");
        result.Row("Prove").ShouldBe("Skipped // OnlyWhen: _hasToken");
    }

    [Fact]
    public void Failure_of_an_assured_target_after_failure_is_recorded_and_stops_nothing()
    {
        var result = Run("Push,Revoke");
        result.Ran.ShouldBe("Mint Scan Push Revoke Sweep");
        result.Row("Revoke").ShouldBe("Failed // InvalidOperationException: Revoke broke");
        result.Lines.ShouldContain("finished, failing: True, failed: Push+Revoke");
    }

    [Fact]
    public void Failure_of_an_assured_target_at_its_turn_fails_the_build()
    {
        var result = Run("Revoke");
        result.Ran.ShouldBe("Mint Scan Push Deploy Revoke Sweep");
        result.ExitCode.ShouldBe(BuildResult.Failure);
    }

    [Fact]
    public void Proceeding_target_fails_the_build_and_does_not_stop_it()
    {
        var result = Run("Scan");
        result.Ran.ShouldBe("Mint Scan Push Deploy Revoke Sweep");
        result.ExitCode.ShouldBe(BuildResult.Failure);
        result.Lines.ShouldContain("finished, failing: True, failed: Scan");
    }

    private static BuildResult Run(string failing, string environment = "") =>
        BuildProcess.Run("TokenBuild", environment: $"FAILING={failing};{environment}");
}
