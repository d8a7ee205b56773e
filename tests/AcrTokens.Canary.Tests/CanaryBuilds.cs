using Xunit.Abstractions;

namespace AcrTokens.Canary.Tests;

/// <summary>Builds on every host, with every ending, searched for their secret.</summary>
[Collection(OneAtATime.Name)]
public sealed class CanaryBuilds(CanaryFixture fixture, ITestOutputHelper output)
{
    public static TheoryData<string> Hosts => [.. EmulatedHost.All.Select(h => h.Name)];

    [LinuxTheory]
    [MemberData(nameof(Hosts))]
    public async Task Tell_their_secret_nowhere(string host)
    {
        var reports = (await fixture.All).Where(r => r.Case.Host.Name == host).ToList();

        reports.Count.ShouldBeGreaterThanOrEqualTo(4);
        reports.Where(r => r.Wrong.Count > 0 || r.Findings.Count > 0).Select(r => $"{r}").ShouldBeEmpty();
    }

    [LinuxFact]
    public async Task Were_searched_everywhere()
    {
        var reports = await fixture.All;
        output.WriteLine(CanaryTable.Of(reports));

        reports.Count.ShouldBe(
            CanaryCase.Matrix.Count
                + CanaryCase.Published.Count
                + CanaryCase.Redacted.Count
                + CanaryCase.Redirected.Count
                + CanaryCase.OnFallout.Count
        );
        foreach (var report in reports)
        {
            report.Searched[Place.Output].ShouldBePositive();
            report.Searched[Place.Errors].ShouldBePositive();
            report.Searched[Place.FilesInUse].ShouldBeGreaterThan(5, "log files, what the build wrote, tools, the configurations");
            report.Searched[Place.FilesAfter].ShouldBeGreaterThan(5);
            report.Searched[Place.Arguments].ShouldBePositive();
            report.Searched[Place.Environments].ShouldBePositive();
        }

        reports.Sum(r => r.Findings.Count).ShouldBe(0);
    }

    [LinuxFact]
    public async Task Log_as_much_as_their_case_says()
    {
        foreach (var report in await fixture.All)
        {
            report.Said.Contains("Azure-Core/Request: ", StringComparison.Ordinal).ShouldBe(report.Case.LogsHttp, $"{report.Case}");
            report.Said.Contains("x-ms-client-request-id", StringComparison.OrdinalIgnoreCase).ShouldBe(report.Case.LogsHttp, $"{report.Case}");
            report.Said.ShouldNotContain("Authorization:Bearer", Case.Insensitive, $"{report.Case}: what it signs in with is as secret");
            report.Said.Contains("[VRB]", StringComparison.Ordinal).ShouldBe(report.Case.IsVerbose, $"{report.Case}");
        }
    }

    [Fact]
    public void Have_every_pair_of_what_they_are_made_of()
    {
        Func<CanaryCase, object>[] traits = [c => c.Host.Name, c => c.Ending, c => c.HandOver, c => c.IsVerbose, c => c.LogsHttp];
        foreach (var (one, other) in traits.SelectMany(one => traits.Where(other => other != one).Select(other => (one, other))))
        {
            var pairs = CanaryCase.Matrix.Select(c => (one(c), other(c))).ToHashSet();
            var all = CanaryCase.Matrix.Select(one).Distinct().SelectMany(x => CanaryCase.Matrix.Select(other).Distinct().Select(y => (x, y)));
            all.Except(pairs).ShouldBeEmpty();
        }
    }
}
