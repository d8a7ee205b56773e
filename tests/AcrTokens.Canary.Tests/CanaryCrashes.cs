namespace AcrTokens.Canary.Tests;

/// <summary>Builds that crash while their lease is in use.</summary>
[Collection(OneAtATime.Name)]
public sealed class CanaryCrashes(CanaryFixture fixture)
{
    [LinuxFact]
    public async Task By_an_exception_that_nobody_catches_leave_nothing()
    {
        using var folders = new VictimFolders();
        var crash = await fixture.Runner.RunAsync(
            new CanaryCase(EmulatedHost.Of("terminal"), Ending.Crash) { IsVerbose = true, LogsHttp = true },
            folders
        );

        crash.Said.ShouldContain("Unhandled exception. System.InvalidOperationException: Cannot go on with acrt-");
        crash.Wrong.ShouldBeEmpty($"{crash}");
        crash.Findings.ShouldBeEmpty($"{crash}");
    }

    [LinuxFact]
    public async Task At_once_leave_their_docker_configuration_to_the_next_mint_and_nothing_else()
    {
        var host = EmulatedHost.Of("GitHub Actions");
        using var folders = new VictimFolders();
        var crash = await fixture.Runner.RunAsync(new CanaryCase(host, Ending.FailFast) { IsVerbose = true, LogsHttp = true }, folders);

        crash.Said.ShouldContain("Process terminated.");
        crash.Wrong.ShouldBeEmpty($"{crash}");
        crash.Places.ShouldBe([Place.FilesAfter], $"{crash}");
        crash.Findings.Select(f => f.Where).Distinct().ShouldHaveSingleItem().ShouldMatch("^tmp/acrtokens-[^/]+/[^/]+/config.json$");

        folders.Age();
        var next = await fixture.Runner.RunAsync(new CanaryCase(host, Ending.Success), folders, before: crash);

        next.Wrong.ShouldBeEmpty($"{next}");
        next.Findings.ShouldBeEmpty($"{next}");
    }
}
