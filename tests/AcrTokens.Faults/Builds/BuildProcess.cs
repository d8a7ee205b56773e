using System.Diagnostics;

namespace AcrTokens.Faults.Builds;

/// <summary>
/// A build as a process: in a session, and so a process group, of its own, with signals at their defaults, whatever the shell that
/// started all this ignores, and with nothing in its environment but what it is given.
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

    /// <summary>Ends with the process.</summary>
    public Task Ended { get; }

    /// <summary>Ends when it has ended, and with it every child that writes to its output.</summary>
    public Task Closed { get; }

    public int ExitCode => process.ExitCode;

    /// <summary>Once it is <see cref="Closed"/>.</summary>
    public string Output => output.Result;

    /// <inheritdoc cref="Output"/>
    public string Errors => errors.Result;

    /// <param name="signal">As <c>kill</c> calls it.</param>
    /// <param name="toGroup">Whether its children get it as well.</param>
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
