using System.Diagnostics;

namespace AcrTokens.Faults.Builds;

/// <summary>
/// A build as a process, in its own session and process group. Its signals have their defaults, whatever the calling shell
/// ignores, and its environment holds only the given variables.
/// </summary>
internal sealed class BuildProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    public BuildProcess(IEnumerable<string> command, string folder, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT,QUIT,HUP,TERM", .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Ended = process.WaitForExitAsync();
        Closed = Task.WhenAll(Ended, output, errors);
    }

    public int Id => process.Id;

    /// <summary>Completes when the process ends.</summary>
    public Task Ended { get; }

    /// <summary>Completes when the process, and every child that writes to its output, have ended.</summary>
    public Task Closed { get; }

    public int ExitCode => process.ExitCode;

    /// <summary>The standard output, once <see cref="Closed"/> has completed.</summary>
    public string Output => output.Result;

    /// <summary>The standard error, once <see cref="Closed"/> has completed.</summary>
    public string Errors => errors.Result;

    /// <param name="signal">The signal's name, as in <c>kill</c>.</param>
    /// <param name="toGroup">Whether the children get the signal as well.</param>
    public async Task SignalAsync(string signal, bool toGroup = false)
    {
        using var kill = Process.Start(
            new ProcessStartInfo("sh", ["-c", $"kill -s {signal} -- {(toGroup ? "-" : "")}{process.Id}"]) { RedirectStandardError = true }
        )!;
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
