using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace AcrTokens;

/// <summary>
/// Revokes this process's open tokens when it ends: by Ctrl+C, SIGTERM, SIGHUP, SIGQUIT, an unhandled exception, or normally. The first mint arms it.
/// After the revocation a signal has its usual effect and exit code.
/// </summary>
/// <remarks>
/// The process waits at most 6.5 seconds for the revocation: CI hosts kill it soon after that. Mints are refused meanwhile. A process that returns
/// from <c>Main</c> or calls <see cref="Environment.Exit"/> during a signal waits too, so that the signal decides the exit code, unless another
/// handler keeps the process alive (<see cref="PosixSignalContext.Cancel"/>). After SIGKILL or the loss of the machine, only the password's expiry
/// helps.
/// </remarks>
public static class AcrTokenGuard
{
    private static readonly ProcessEnd End = ProcessEnd.Current;
    private static readonly Lazy<IReadOnlyList<PosixSignalRegistration>> Registrations = new(Register);
    private static readonly HashSet<string> Written = [];
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(49); // a timer's limit
    private static volatile bool includesExit;

    /// <summary>This process's leases that are not revoked.</summary>
    public static IReadOnlyCollection<AcrTokenLease> OpenLeases => [.. LeaseBook.Open.OfType<AcrTokenLease>()];

    /// <summary>The open leases whose revocation has not begun.</summary>
    public static IReadOnlyCollection<AcrTokenLease> ForgottenLeases => [.. LeaseBook.Forgotten.OfType<AcrTokenLease>()];

    /// <summary>Revokes all open leases and rolls back all mints in progress, in parallel. Never throws.</summary>
    /// <param name="within">How long to wait. Default: 6.5 seconds, or the rest of them if the process is already ending.</param>
    /// <returns>A line for each token that was not revoked in time, with its name and state. Show it to the user.</returns>
    public static async Task<IReadOnlyList<string>> RevokeAllAsync(TimeSpan? within = null) =>
        [.. (await EndAllAsync(within).ConfigureAwait(false)).Values];

    /// <summary>
    /// Revokes the open leases of one client, and rolls back its mints in progress, as <see cref="RevokeAllAsync(TimeSpan?)"/> does. Leaves those of
    /// other clients alone. For hosts of which a process may have several.
    /// </summary>
    /// <param name="client">The client. Leases of settings with a credential or cloud of their own are among its leases.</param>
    /// <param name="within">How long to wait. Default: 6.5 seconds, or the rest of them if the process is already ending.</param>
    /// <returns>A line for each token that was not revoked in time, with its name and state. Show it to the user.</returns>
    public static async Task<IReadOnlyList<string>> RevokeAllAsync(AcrClient client, TimeSpan? within = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return [.. (await EndAllAsync(within, client).ConfigureAwait(false)).Values];
    }

    /// <summary>
    /// Revokes as <see cref="RevokeAllAsync(TimeSpan?)"/> does, and writes a line for each token that is left to standard output, in the CI host's
    /// format for errors. Each line is written once, however often this is called. For hosts that know how a build ends. Never throws, even if the
    /// output fails.
    /// </summary>
    public static void RevokeAll()
    {
        foreach (var (_, line) in EndAllAsync().GetAwaiter().GetResult().Where(left => IsNew(left.Key)))
            HostOutput.Write(ToHostError(line));
    }

    /// <summary>
    /// Stops the warning about leases that the normal end of the process has to revoke. For hosts that do not know how a build ends, where every
    /// failed build ends this way.
    /// </summary>
    public static void IncludeExit() => includesExit = true;

    /// <summary>Writes a line to standard output, in the CI host's format for errors.</summary>
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

    // The tokens that are left, with a line for each.
    private static async Task<IReadOnlyDictionary<IOpenToken, string>> EndAllAsync(TimeSpan? within = null, AcrClient? client = null)
    {
        var time = within ?? End.Left ?? ProcessEnd.Longest;
        var timeout = Task.Delay(
            time > LongestWait || time == Timeout.InfiniteTimeSpan ? LongestWait
            : time < TimeSpan.Zero ? TimeSpan.Zero
            : time
        );
        var ends = new Dictionary<IOpenToken, string?>(ReferenceEqualityComparer.Instance);

        // Again if a mint in progress has become a lease meanwhile.
        while (
            LeaseBook.Open.Where(token => !ends.ContainsKey(token) && (client is null || token.Client.Root == client.Root)).ToList()
                is { Count: > 0 } open
        )
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

    // The signal's handler and the build's end both find the tokens that are left; the second has less time, or another failure.
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

    // A normal end during a signal waits for the signal, which decides the exit code.
    private static void OnExit()
    {
        End.BeginExit();

        // If another thread called Environment.Exit, Main may return while this waits, and would replace that exit code with its own.
        var exitCode = Environment.ExitCode;
        if (!includesExit && !End.IsSignalUnderWay)
        {
            foreach (var lease in ForgottenLeases)
                HostOutput.Write(ToHostWarning(Forgotten(lease)));
        }

        RevokeAll();
        Task.WhenAny(Task.WhenAll(LeaseBook.Ends), Task.Delay(End.Left ?? TimeSpan.Zero)).Wait();
        if (!End.IsSignalUnderWay)
            Environment.ExitCode = exitCode == 0 && LeaseBook.HasFailures ? 1 : exitCode;
        while (End.IsSignalUnderWay)
            Thread.Sleep(10);
    }

    internal static string Forgotten(AcrTokenLease lease) =>
        $"Token '{lease.Name}' was still open when the process ended, and is revoked now. Revoke it in the build: in a target of its own, "
        + "with WithAcrToken or using, and in NUKE put [RevokeAcrTokens] on the build class. Where another process goes on with it, call "
        + "Detach().";
}
