namespace AcrTokens.Canary.Tests;

/// <summary>The search itself: it catches builds that leak on purpose, in every form.</summary>
[Collection(OneAtATime.Name)]
public sealed class CanaryControls(CanaryFixture fixture)
{
    [LinuxTheory]
    [InlineData(nameof(Slip.Output), new[] { nameof(Place.Output), nameof(Place.Errors) })]
    [InlineData(nameof(Slip.File), new[] { nameof(Place.FilesInUse), nameof(Place.FilesAfter) })]
    [InlineData(nameof(Slip.Argument), new[] { nameof(Place.Arguments) })]
    [InlineData(nameof(Slip.Environment), new[] { nameof(Place.Environments) })]
    [InlineData(nameof(Slip.Survivor), new[] { nameof(Place.Environments), nameof(Place.Survivors) })]
    public async Task Are_caught_in_every_form(string slip, string[] places)
    {
        var report = await fixture.Runner.RunAsync(new CanaryCase(EmulatedHost.Of("terminal"), Ending.Success) { Slip = Enum.Parse<Slip>(slip) });

        report.Wrong.ShouldBeEmpty($"{report}");
        report.Places.Select(p => $"{p}").ShouldBe(places);
        var forms = report.Secrets.SelectMany(s => WrittenSecret.All(s.Token, s.Password)).Distinct().Count();
        foreach (var place in report.Findings.GroupBy(f => f.Place))
            place.Select(f => f.Form).Distinct().Count().ShouldBe(forms, $"{place.Key}");
    }

    [LinuxTheory]
    [InlineData("absent.dll")]
    [InlineData("--version")]
    public async Task Are_wrong_where_no_build_ran(string program)
    {
        using var folders = new VictimFolders();

        var report = await fixture.Runner.RunAsync(
            new CanaryCase(EmulatedHost.Of("terminal"), Ending.Success),
            folders,
            command: ["dotnet", program]
        );

        report.Wrong.ShouldContain("it never had its lease in use");
    }

    [LinuxFact]
    public async Task Are_caught_in_each_of_the_folders()
    {
        var report = await fixture.Runner.RunAsync(new CanaryCase(EmulatedHost.Of("terminal"), Ending.Success) { Slip = Slip.File });

        var files = report.Findings.Where(f => f.Place == Place.FilesAfter).Select(f => f.Where).Distinct().Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBe(3);
        files[0].ShouldStartWith("tmp/");
        files[1..].ShouldBe(["work/.nuke/slipped", "work/slipped"]);
    }

    [LinuxFact]
    public async Task Are_caught_in_the_log_where_nothing_redacts_it()
    {
        var report = await fixture.Runner.RunAsync(new CanaryCase(EmulatedHost.Of("terminal"), Ending.TargetFailure) { Slip = Slip.Log });

        report.Places.ShouldBe([Place.Output, Place.FilesInUse, Place.FilesAfter]);
        var files = report.Findings.Select(f => f.Where).Distinct().Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBe(5);
        files[0].ShouldBe("standard output");
        files[1].ShouldMatch(@"^work/\.nuke/temp/build\.\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.log$", "NUKE's copy of its log");
        files[2..].ShouldBe(["work/.nuke/temp/build.log", "work/.nuke/temp/own.json", "work/.nuke/temp/own.log"]);
    }

    [LinuxFact]
    public async Task Are_caught_in_the_events_of_a_pipeline_that_logs_content()
    {
        var report = await fixture.Runner.RunAsync(
            new CanaryCase(EmulatedHost.Of("terminal"), Ending.Success) { Slip = Slip.HttpContent, LogsHttp = true }
        );

        report.Secrets.Count.ShouldBe(2, "the library's and the build's own");
        report.Places.ShouldContain(Place.Output);
        report.Places.ShouldContain(Place.FilesAfter);
    }
}
