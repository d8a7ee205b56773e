using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests;

/// <summary>Every probe on an emulator in the service's place, so that they work once somebody has a registry.</summary>
public sealed class ProbesOnTheEmulator : IClassFixture<EmulatorRun>
{
    private readonly LiveRun run;

    public ProbesOnTheEmulator(EmulatorRun fixture) => run = fixture.Run;

    public static TheoryData<string> Names => [.. Probe.All.Select(probe => probe.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Confirm_what_the_emulator_assumes(string name)
    {
        var probe = Probe.All.Single(p => p.Name == name);

        var result = await run.RunAsync(probe);

        result.Differences.ShouldBeEmpty();
        result.Notes.Observations.ShouldAllBe(observation => observation.Verdict == Verdict.Confirmed);
        result.Notes.Observations.Select(o => o.Assumption).Distinct().ShouldBe(probe.Settles, ignoreOrder: true);
    }
}
