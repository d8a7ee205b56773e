using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace AcrTokens;

/// <summary>
/// Ends the tokens that this process has open when it comes to its end: by Ctrl+C, SIGTERM, SIGHUP, SIGQUIT, by an exception that nobody
/// catches, or by itself. Armed by the first mint. Afterwards a signal does what it would have done, with the same exit code.
/// </summary>
/// <remarks>
/// The end of the process waits for the revocation, for at most 6.5 seconds: a CI host kills soon after that. Meanwhile nothing is minted.
/// A process that returns from <c>Main</c> or calls <see cref="Environment.Exit"/> while a signal is under way waits as well, so that the
/// signal gives the exit code; unless a handler of its own keeps the process alive (<see cref="PosixSignalContext.Cancel"/>).
/// Nothing helps against SIGKILL or a lost machine: there the password's own expiry does.
/// </remarks>
public static class AcrTokenGuard
{
    private static readonly ProcessEnd End = ProcessEnd.Current;
    private static readonly Lazy<IReadOnlyList<PosixSignalRegistration>> Registrations = new(Register);
    private static readonly HashSet<string> Written = [];
    private static volatile bool includesExit;

    /// <summary>The leases of this process that are not revoked.</summary>
    public static IReadOnlyCollection<AcrTokenLease> OpenLeases => [.. LeaseBook.Open.OfType<AcrTokenLease>()];

    /// <summary>Those of them that nobody has begun to revoke.</summary>
    public static IReadOnlyCollection<AcrTokenLease> ForgottenLeases => [.. LeaseBook.Forgotten.OfType<AcrTokenLease>()];

    /// <summary>Revokes every open lease and rolls back every mint under way, at once and side by side. Never throws.</summary>
    /// <param name="within">How long to wait. Default 6.5 seconds, or what the end of the process leaves of them.</param>
    /// <returns>A line for each token that was not ended in time, with its name and what is left of it: say it where somebody sees it.</returns>
    public static async Task<IReadOnlyList<string>> RevokeAllAsync(TimeSpan? within = null) =>
        [.. (await EndAllAsync(within).ConfigureAwait(false)).Values];

    /// <summary>
    /// Revokes as <see cref="RevokeAllAsync"/> does, and writes a line for each token that is left to standard output, in the form in which the
    /// CI host shows it as an error: once, however many ends of the process say so. For a host that tells how a build ends. Never throws,
    /// whatever becomes of the output.
    /// </summary>
    public static void RevokeAll()
    {
        foreach (var (_, line) in EndAllAsync().GetAwaiter().GetResult().Where(left => IsNew(left.Key)))
            HostOutput.Write(ToHostError(line));
    }

    /// <summary>
    /// From now on say nothing of a lease that the process's ordinary end has to revoke. For a host that does not tell how a build ends, so
    /// that this is the way of every build that fails.
    /// </summary>
    public static void IncludeExit() => includesExit = true;

    /// <summary>That line, in the form in which the CI host that the process runs on shows it as an error: written to standard output.</summary>
    public static string ToHostError(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return CiHost.ErrorLine(CiHost.Detect(), line);
    }

    /// <summary>The message in the host's format for warnings.</summary>
    public static string ToHostWarning(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return CiHost.WarningLine(CiHost.Detect(), line);
    }

    // What is left, with a line for each.
    private static async Task<IReadOnlyDictionary<IOpenToken, string>> EndAllAsync(TimeSpan? within = null)
    {
        var timeout = Task.Delay(within ?? End.Left ?? ProcessEnd.Longest);
        var ends = new Dictionary<IOpenToken, string?>(ReferenceEqualityComparer.Instance);

        // Once more when a mint that was under way has become a lease meanwhile.
        while (LeaseBook.Open.Where(token => !ends.ContainsKey(token)).ToList() is { Count: > 0 } open)
        {
            var lines = await Task.WhenAll(open.Select(token => TryEndAsync(token, timeout))).ConfigureAwait(false);
            foreach (var (token, line) in open.Zip(lines))
                ends[token] = line;
        }

        return ends.Where(end => end.Value is not null).ToDictionary(end => end.Key, end => end.Value!);
    }

    internal static void Arm() => _ = Registrations.Value;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A signal handler or a build's end must not throw.")]
    private static async Task<string?> TryEndAsync(IOpenToken token, Task timeout)
    {
        try
        {
            var end = Task.Run(token.EndAsync);
            if (await Task.WhenAny(end, timeout).ConfigureAwait(false) != end)
                return $"Token '{token.Name}' {token.State}: there was no time left.";

            await end.ConfigureAwait(false);
            return null;
        }
        catch (AcrException failure)
        {
            return failure.Message;
        }
        catch (Exception failure)
        {
            return $"Token '{token.Name}' {token.State}: {failure.Message}";
        }
    }

    // The signal's handler and the build's own end both find what is left, the second with less time or another failure.
    private static bool IsNew(IOpenToken token)
    {
        lock (Written)
        {
            return Written.Add($"{token.Name} {token.State}");
        }
    }

    private static IReadOnlyList<PosixSignalRegistration> Register()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnExit();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => OnDeath();
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        return [.. signals.Select(s => PosixSignalRegistration.Create(s, OnSignal))];
    }

    private static void OnSignal(PosixSignalContext context)
    {
        End.Begin(context);
        RevokeAll();
    }

    private static void OnDeath()
    {
        End.BeginExit();
        RevokeAll();
    }

    // What comes to its own end while a signal is under way lets that have the last word: the exit code is the signal's.
    private static void OnExit()
    {
        End.BeginExit();

        // Where another thread called Environment.Exit, Main may come to its own end while this waits, and would put its code in the place of the one
        // that was asked for.
        var exitCode = Environment.ExitCode;
        if (!includesExit && !End.IsSignalUnderWay)
        {
            foreach (var lease in ForgottenLeases)
                HostOutput.Write(ToHostWarning(Forgotten(lease)));
        }

        RevokeAll();
        Task.WhenAny(Task.WhenAll(LeaseBook.Ends), Task.Delay(End.Left ?? TimeSpan.Zero)).Wait();
        if (!End.IsSignalUnderWay)
            Environment.ExitCode = exitCode;
        while (End.IsSignalUnderWay)
            Thread.Sleep(10);
    }

    internal static string Forgotten(AcrTokenLease lease) =>
        $"Token '{lease.Name}' was still open when the process ended, and is revoked now. Revoke it in the build: in a target of its own, "
        + "with WithAcrToken or using, and in NUKE put [RevokeAcrTokens] on the build class. Where another process goes on with it, call "
        + "Detach().";
}
