using System.Diagnostics;

namespace Cake.AcrTokens.Tests;

/// <summary>Builds that end without revoking, as processes: what is open is revoked all the same.</summary>
public sealed class BuildEnds
{
    [Theory]
    [InlineData("setup-throws", 1)]
    [InlineData("ends", 0)]
    [InlineData("exits", 3)]
    public void Leave_no_token(string build, int exitCode) => Run(build, exitCode).ShouldBe(["created", "disabled", "deleted"]);

    [Fact]
    public void In_a_dry_run_had_none() => Run("ends --dryrun", 0).ShouldBeEmpty();

    [UnixTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void By_a_signal_leave_none_either_and_are_the_signals(string signal, int exitCode)
    {
        using var process = Start("waits");
        while (process.StandardOutput.ReadLine() != "waiting")
            process.HasExited.ShouldBeFalse();
        using (var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]))
            kill.WaitForExit();

        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(exitCode);
        said.ShouldContain("disabled");
        said.ShouldContain("deleted");
    }

    private static IEnumerable<string> Run(string build, int exitCode)
    {
        using var process = Start(build);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(exitCode, said);
        return said.Split('\n', StringSplitOptions.TrimEntries).Where(line => line is "created" or "disabled" or "deleted");
    }

    private static Process Start(string arguments) => Process.Start(
        new ProcessStartInfo("dotnet", $"exec \"{Path.Combine(AppContext.BaseDirectory, "Cake.AcrTokens.Builds.dll")}\" {arguments}") { RedirectStandardOutput = true })!;
}
