namespace AcrTokens.Canary.Tests;

/// <summary>Builds that die with their lease in use.</summary>
[Collection(OneAtATime.Name)]
public sealed class CanaryCrashes(CanaryFixture fixture)
{
    [LinuxTheory]
    [InlineData(nameof(Ending.Crash), "terminal", "Unhandled exception. System.InvalidOperationException: Cannot go on with acrt-")]
    [InlineData(nameof(Ending.FailFast), "GitHub Actions", "Process terminated.")]
    public async Task Leave_their_docker_configuration_to_the_next_mint_and_nothing_else(string ending, string host, string said)
    {
        using var folders = new VictimFolders();
        var crash = await fixture.Runner.RunAsync(new CanaryCase(EmulatedHost.Of(host), Enum.Parse<Ending>(ending)) { IsVerbose = true, LogsHttp = true }, folders);

        crash.Said.ShouldContain(said);
        crash.Wrong.ShouldBeEmpty($"{crash}");
        crash.Places.ShouldBe([Place.FilesAfter], $"{crash}");
        crash.Findings.Select(f => f.Where).Distinct().ShouldHaveSingleItem().ShouldMatch("^tmp/acrtokens-[^/]+/config.json$");

        folders.Age();
        var next = await fixture.Runner.RunAsync(new CanaryCase(EmulatedHost.Of(host), Ending.Success), folders, before: crash);

        next.Wrong.ShouldBeEmpty($"{next}");
        next.Findings.ShouldBeEmpty($"{next}");
    }
}
