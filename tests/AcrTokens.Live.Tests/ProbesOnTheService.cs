using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests;

/// <summary>
/// Every probe on a real registry, if the environment names one. A difference from the emulator is a result, not a failure: the report shows it.
/// </summary>
public sealed class ProbesOnTheService : IClassFixture<ServiceRun>
{
    private readonly LiveRun run;

    public ProbesOnTheService(ServiceRun fixture) => run = fixture.Run;

    public static TheoryData<string> Names => ProbesOnTheEmulator.Names;

    [LiveTheory]
    [MemberData(nameof(Names))]
    public async Task Are_recorded_and_compared(string name)
    {
        var probe = Probe.All.Single(p => p.Name == name);

        var result = await run.RunAsync(probe);

        result.Notes.Observations.Select(o => o.Assumption).Distinct().ShouldBe(probe.Settles, ignoreOrder: true);
    }
}
