using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Processes;

/// <summary>
/// The command that runs with a lease. A signal is passed on to it before the library's guard revokes. The signal's default action waits for its end,
/// for at most as long as the guard takes.
/// </summary>
/// <remarks>.NET calls a signal's handlers in turn, the newest first: a handler that must run after the guard's is registered before it.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as this process: a signal's handler may wait for it when all else has ended.")]
internal sealed class Child
{
    // CI hosts kill the process soon after that.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(6.5);

    // The time that a killed process needs to end.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.2);

    private const int NotFound = 2; // ENOENT
    private const int NoFormat = 8; // ENOEXEC: a script without a shebang

    private static readonly Dictionary<PosixSignal, int> Numbers = new()
    {
        [PosixSignal.SIGHUP] = 1,
        [PosixSignal.SIGINT] = 2,
        [PosixSignal.SIGQUIT] = 3,
        [PosixSignal.SIGTERM] = 15,
    };

    private readonly Lock gate = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private Process? process;
    private int? heard;
    private long heardOn;

    private Child() => Register(WaitForEnd);

    /// <summary>Listens for signals. Must be called before the first mint, which arms the guard.</summary>
    public static Child Listen() => new();

    /// <summary>128 plus the number of the received signal; null if there was none.</summary>
    public int? SignalCode
    {
        get
        {
            lock (gate)
            {
                return heard is { } signal ? ExitCode.Signal + signal : null;
            }
        }
    }

    /// <summary>Runs the command to its end. Must be called after the mint.</summary>
    /// <returns>The exit code; 126 or 127 if it cannot be run, as in a shell.</returns>
    public async Task<int> RunAsync(ProcessStartInfo start, TextWriter error)
    {
        Register(PassOn);
        try
        {
            lock (gate)
            {
                process = heard is null ? Start(start) : null;
            }
        }
        catch (Win32Exception failure)
        {
            await error.WriteLineAsync($"{start.FileName} cannot be run: {failure.Message}");
            return failure.NativeErrorCode == NotFound ? ExitCode.NotFound : ExitCode.NotExecutable;
        }

        if (process is null)
            return ExitCode.OwnFailure; // a signal came first
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure) when (failure.NativeErrorCode == NoFormat && !OperatingSystem.IsWindows())
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.FileName = "/bin/sh";
            return Process.Start(start)!;
        }
    }

    private void Register(Action<PosixSignalContext> handler) =>
        registrations.AddRange(Numbers.Keys.Select(signal => PosixSignalRegistration.Create(signal, handler)));

    private void PassOn(PosixSignalContext context)
    {
        lock (gate)
        {
            Note(context.Signal);
            if (!OperatingSystem.IsWindows() && process is { HasExited: false } && !(IsKey(context.Signal) && Unix.IsInForeground()))
                Unix.Send(process.Id, Numbers[context.Signal]);
        }
    }

    private void Note(PosixSignal signal)
    {
        if (heard is null)
            heardOn = Stopwatch.GetTimestamp();
        heard ??= Numbers[signal];
    }

    // The terminal sends a key's signal to the whole group.
    private static bool IsKey(PosixSignal signal) => signal is PosixSignal.SIGINT or PosixSignal.SIGQUIT;

    private void WaitForEnd(PosixSignalContext context)
    {
        lock (gate)
        {
            Note(context.Signal); // a signal from before the other handler was registered
        }

        if (process is null || process.WaitForExit(Left))
            return;

        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(LastWord);
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or AggregateException)
        {
            // it ended meanwhile
        }
    }

    private TimeSpan Left => LongestEnd - Stopwatch.GetElapsedTime(heardOn) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
