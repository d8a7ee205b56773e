using AcrTokens.Faults.Builds;

namespace AcrTokens.Faults.Tests;

/// <summary>Builds as processes, hit at every stage by every ending.</summary>
[Collection(OneAtATime.Name)]
public sealed class SignalFaults(SharedRegistry registry)
{
    public static TheoryData<string> Stages => [.. BuildCase.All.Select(c => $"{c.Stage}").Distinct()];

    [LinuxTheory]
    [MemberData(nameof(Stages))]
    public async Task Leave_no_token_that_the_process_could_have_ended(string stage)
    {
        var cases = BuildCase.All.Where(c => $"{c.Stage}" == stage).ToList();

        var verdicts = await BuildMatrix.RunAsync(registry.Served, cases);

        verdicts.Count.ShouldBeGreaterThan(7);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Leave_no_token_that_is_prepared_or_revoked_in_the_background()
    {
        // The matrix runs them all.
        var cases = BuildCase.Prepared.Where(c => c.Ending is Ending.Terminate or Ending.TargetFailure).ToList();

        var verdicts = await BuildMatrix.RunAsync(registry.Served, cases);

        verdicts.Count.ShouldBe(14);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Keep_their_exit_code_and_own_up_to_what_is_left_when_revoking_meets_trouble()
    {
        var verdicts = await BuildMatrix.RunAsync(registry.Served, BuildCase.Troubled, atOnce: 6);

        verdicts.Count.ShouldBe(12);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Decide_the_exit_code_though_the_build_comes_to_its_end_first()
    {
        var verdicts = await BuildMatrix.RunAsync(registry.Served, BuildCase.Handled);

        verdicts.Count.ShouldBe(4);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [Fact]
    public void Come_in_the_midst_of_every_request_of_a_preparation_and_of_a_revocation_in_the_background()
    {
        Operation[] requests = [.. Operations.All.Except([Operation.RegistryGet, Operation.Login])];
        Ending[] signals = [Ending.Interrupt, Ending.Terminate, Ending.HangUp, Ending.Kill];

        BuildCase
            .Prepared.Where(c => signals.Contains(c.Ending))
            .SelectMany(c => c.StageFaults, (c, held) => (Request: held.Operations.Single(), c.Ending))
            .Distinct()
            .ShouldBe(requests.SelectMany(_ => signals, (request, signal) => (request, signal)), ignoreOrder: true);
    }

    [LinuxFact]
    public async Task Find_a_token_after_a_kill()
    {
        var verdicts = await BuildMatrix.RunAsync(registry.Served, [new BuildCase("killed", BuildStage.InUse, Ending.Kill)]);

        verdicts.ShouldHaveSingleItem().Enabled.ShouldBe(1, "otherwise the others find nothing because they look at nothing");
    }
}
