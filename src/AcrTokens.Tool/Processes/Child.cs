using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Processes;

/// <summary>
/// The one command that is run with a lease. On a signal it hears it too, before the library's guard, which revokes at once; the signal's own action
/// waits for it, for at most as long as the guard takes.
/// </summary>
/// <remarks>.NET calls the handlers of a signal one after the other, the newest first: what comes after the guard's is registered before
/// it.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as this process: a signal's handler may wait for it when all else has ended.")]
internal sealed class Child
{
    // A CI host kills soon after that.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(6.5);

    // In which one that is killed is gone.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.2);

    private const int NotFound = 2; // ENOENT
    private const int NoFormat = 8; // ENOEXEC: a script that does not say by what it is run

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

    /// <summary>Listens from now on. To be called before the first lease is minted, which arms the guard.</summary>
    public static Child Listen() => new();

    /// <summary>128 and the signal's number, as a shell has it, once one has come; else null.</summary>
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

    /// <summary>Runs it to its end. To be called once a lease is minted.</summary>
    /// <returns>Its exit code; 126 or 127 where it cannot be run, as a shell has them.</returns>
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

    // A terminal's key reaches the whole group by itself.
    private static bool IsKey(PosixSignal signal) => signal is PosixSignal.SIGINT or PosixSignal.SIGQUIT;

    private void WaitForEnd(PosixSignalContext context)
    {
        lock (gate)
        {
            Note(context.Signal); // one that came before the other handler was there
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
            // it has ended meanwhile
        }
    }

    private TimeSpan Left => LongestEnd - Stopwatch.GetElapsedTime(heardOn) is { Ticks: > 0 } left ? left : TimeSpan.Zero;
}
