using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Chaos;

namespace AcrTokens.Faults.Tests;

/// <summary>The judge of builds: a build that never started does not pass.</summary>
[Collection(OneAtATime.Name)]
public sealed class FaultBuilds(SharedRegistry registry)
{
    private const int AtOnce = 8;

    private static IReadOnlyList<BuildCase> All { get; } =
    [.. BuildCase.All, .. BuildCase.Handled, .. BuildCase.Prepared, .. BuildCase.Troubled, .. new ChaosPlan(seed: 1).Draw(100)];

    [LinuxFact]
    public Task Are_wrong_in_every_case_where_there_is_no_build() => AreAllWrongAsync("absent", _ => ["dotnet", "exec", "absent.dll"]);

    [LinuxFact]
    public Task Are_wrong_in_every_case_where_the_build_ends_as_it_should_but_before_its_first_line() => AreAllWrongAsync("early", EndAsExpected);

    // Ends as the case expects: by the signal, or with the exit code.
    private static string[] EndAsExpected(BuildCase @case) =>
        @case.Ending.Signal() is { } signal && @case.ExitCode != 0 ? ["sh", "-c", $"kill -s {signal} $$"] : ["sh", "-c", $"exit {@case.ExitCode}"];

    private async Task AreAllWrongAsync(string name, Func<BuildCase, string[]> command)
    {
        var cases = All.Select(c => c with { Id = $"{name}-{c.Id}", Faults = [.. c.Faults.Select(f => f with { Case = $"{name}-{c.Id}" })] })
            .ToList();

        var verdicts = await BuildMatrix.RunAsync(registry.Served, cases, AtOnce, command);

        verdicts.Count.ShouldBe(All.Count);
        verdicts.Where(v => !v.Wrong.Contains("it never started")).Select(v => $"{v}").ShouldBeEmpty();
    }
}
