using System.Diagnostics;

namespace Cake.AcrTokens.Real.Tests;

/// <summary>One run of Cake, in its own process group.</summary>
internal sealed class CakeProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, TaskCompletionSource> awaited = [];
    private readonly List<string> lines = [];

    public CakeProcess(string folder, IReadOnlyDictionary<string, string?> variables, IEnumerable<string> arguments)
    {
        // Resets signals to their defaults, whatever the calling shell ignores.
        var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT,QUIT,HUP,TERM", CakeTool.Command, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => ended.TrySetResult();
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int ExitCode => process.ExitCode;

    public string Output
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    public IEnumerable<string> Lines => Output.Split('\n');

    /// <summary>The script's output lines with this prefix.</summary>
    public IReadOnlyList<string> AllSaid(string beginning) =>
        [.. Lines.Where(line => line.StartsWith(beginning, StringComparison.Ordinal)).Select(line => line[beginning.Length..].Trim())];

    public string Said(string beginning) =>
        AllSaid(beginning) is [var said] ? said : throw new InvalidOperationException($"'{beginning}' is said not once in: {Output}");

    /// <summary>Waits until the script writes this line, or ends.</summary>
    public async Task WaitForAsync(string line)
    {
        TaskCompletionSource seen;
        lock (lines)
        {
            seen = awaited[line] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (lines.Contains(line))
                seen.SetResult();
        }

        await Task.WhenAny(seen.Task, ended.Task);
        seen.Task.IsCompleted.ShouldBeTrue(Output);
    }

    /// <summary>Waits for Cake's own end, and ends processes that it left running, since they hold the output open.</summary>
    public async Task<CakeProcess> EndAsync()
    {
        await ended.Task;
        await SignalAsync("KILL", toGroup: true);
        await process.WaitForExitAsync();
        return this;
    }

    /// <param name="signal">The signal's name, as in <c>kill</c>.</param>
    /// <param name="toGroup">Whether the children get the signal as well, as in a terminal.</param>
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

    private void Take(object sender, DataReceivedEventArgs received)
    {
        if (received.Data is not { } line)
            return;

        lock (lines)
        {
            lines.Add(line);
            if (awaited.TryGetValue(line, out var seen))
                seen.TrySetResult();
        }
    }
}
