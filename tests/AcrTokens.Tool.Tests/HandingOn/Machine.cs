using System.Diagnostics;

namespace AcrTokens.Tool.Tests.HandingOn;

/// <summary>The machine of one job: its folders, and its steps, each a process of its own.</summary>
/// <param name="handover">What the job belongs to.</param>
/// <param name="name">The job.</param>
/// <param name="signsIn">Whether the job signs in to Azure.</param>
internal sealed class Machine(Handover handover, string name, bool signsIn)
{
    public string Work { get; } = Directory.CreateDirectory(Path.Combine(handover.Root, name, "work")).FullName;

    public string Temporary { get; } = Directory.CreateDirectory(Path.Combine(handover.Root, name, "temp")).FullName;

    /// <summary>Runs a step in bash, as the hosts do: it ends at the first command that fails.</summary>
    /// <returns>Standard output and standard error.</returns>
    public async Task<string> RunAsync(string script, IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", handover.Localize(script)])
        {
            WorkingDirectory = Work,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{handover.Programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = Temporary;
        start.Environment["DOTNET_ROOT"] = Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "";
        foreach (var (variable, value) in signsIn ? handover.Emulator.Environment : [])
            start.Environment[variable] = value;
        foreach (var (variable, value) in variables)
            start.Environment[variable] = value;

        var run = await Tool.RunAsync(start);
        run.ExitCode.ShouldBe(0, $"{name}: {script}\n{run.Error}");
        handover.Note(name, $"{run.Output}\n{run.Error}");
        CheckModes();
        return $"{run.Output}\n{run.Error}";
    }

    // The password's own files and folders are this user's only.
    private void CheckModes()
    {
        if (OperatingSystem.IsWindows())
            return;

        foreach (var file in Directory.GetFiles(Temporary, "*.json", SearchOption.AllDirectories))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }
}
