using AcrTokens.Faults.Scripts;

namespace AcrTokens.Faults.Tests;

/// <summary>Programs that end normally, by an exception, or with a log or a console that throws or blocks.</summary>
[Collection(OneAtATime.Name)]
public sealed class ScriptFaults(SharedRegistry registry)
{
    [LinuxFact]
    public async Task Leave_nothing_that_they_do_not_own_up_to()
    {
        // A selection: the matrix runs all of them.
        var cases = ScriptCase
            .All.Where(c =>
                c.Script
                    is "forget"
                        or "prepare"
                        or "begin-revoke"
                        or "crash"
                        or "slow-handler"
                        or "survive"
                        or "log-blocks"
                        or "console-blocks"
                        or "build-field"
            )
            .ToList();

        var verdicts = await ScriptMatrix.RunAsync(registry.Served, cases);

        verdicts.Count.ShouldBe(11);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Leave_nothing_when_mints_and_revocations_are_ended_in_the_midst()
    {
        var verdicts = await Rounds.RunAsync(registry.Served, rounds: 1, processes: 4);

        verdicts.Count.ShouldBe(4);
        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Are_wrong_where_there_is_no_script() =>
        (await ScriptMatrix.RunAsync(registry.Served, [new ScriptCase("of-nobody", 0)]))
            .ShouldHaveSingleItem()
            .Wrong.ShouldContain(wrong => wrong.StartsWith("exit code ", StringComparison.Ordinal));
}
