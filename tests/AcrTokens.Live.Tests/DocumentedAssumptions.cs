using System.Text.RegularExpressions;
using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests;

/// <summary>The assumptions on the emulator's page, and the probes that settle them.</summary>
public sealed class DocumentedAssumptions
{
    [Fact]
    public void Are_numbered_without_a_gap() =>
        Assumptions.All.Select(assumption => assumption.Id).ShouldBe(Enumerable.Range(1, 28).Select(number => $"A{number}"));

    [Fact]
    public void Are_all_that_a_probe_settles() =>
        Probe.All.SelectMany(probe => probe.Settles).Except(Assumptions.All.Select(assumption => assumption.Id)).ShouldBeEmpty();

    [Fact]
    public void Are_listed_with_their_probes()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "live-tests.md"));

        foreach (var probe in Probe.All)
            Regex
                .Match(page, $@"^\| `{probe.Name}` \|.*\| (?<ids>[^|]*) \|$", RegexOptions.Multiline)
                .Groups["ids"]
                .Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .ShouldBe(probe.Settles, $"the row of {probe.Name}");
    }
}
