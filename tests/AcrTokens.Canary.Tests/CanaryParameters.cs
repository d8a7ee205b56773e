namespace AcrTokens.Canary.Tests;

/// <summary>The build's own secret parameters, which NUKE logs like any other text.</summary>
[Collection(OneAtATime.Name)]
public sealed class CanaryParameters(CanaryFixture fixture)
{
    [LinuxTheory]
    [InlineData("terminal")]
    [InlineData("GitHub Actions")]
    public async Task Are_taken_out_of_console_and_files_where_the_build_says_so(string host)
    {
        var texts = await RunAsync(host, redacts: true);

        texts.ShouldAllBe(text => !text.Contains(VictimVariables.ApiKey));
        texts.ShouldContain(text => text.Contains(Line("[REDACTED]")), "what is short, or stands in the source, is no secret");
    }

    [LinuxFact]
    public async Task Are_in_console_and_files_where_it_does_not() =>
        (await RunAsync("terminal", redacts: false))
            .Count(text => text.Contains(Line(VictimVariables.ApiKey)))
            .ShouldBe(4, "the console, NUKE's two log files, and the build's own");

    private static string Line(string apiKey) => $"Signing in with {apiKey}, {VictimVariables.ShortKey}, as-in-the-source";

    // Returns the text of the console and of each file.
    private async Task<IReadOnlyList<string>> RunAsync(string host, bool redacts)
    {
        using var folders = new VictimFolders();
        var report = await fixture.Runner.RunAsync(
            new CanaryCase(EmulatedHost.Of(host), Ending.Success) { Slip = Slip.Log, Redacts = redacts },
            folders
        );

        report.Wrong.ShouldBeEmpty($"{report}");
        return [report.Said, .. Directory.GetFiles(Path.Combine(folders.Work, ".nuke", "temp")).Select(File.ReadAllText)];
    }
}
