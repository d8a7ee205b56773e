using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace AcrTokens;

/// <summary>
/// Ends the tokens that this process has open when a signal is about to end the process: Ctrl+C, SIGTERM, SIGHUP, SIGQUIT.
/// Armed by the first mint. Afterwards the signal does what it would have done, with the same exit code.
/// </summary>
/// <remarks>
/// The signal's own end of the process waits for the revocation, for at most 6.5 seconds: a CI host kills soon after that.
/// A process that returns from <c>Main</c> or calls <see cref="Environment.Exit"/> meanwhile waits as well, so that the signal
/// gives the exit code; unless a handler of its own keeps the process alive (<see cref="PosixSignalContext.Cancel"/>).
/// Nothing helps against SIGKILL or a lost machine: there the password's own expiry does.
/// </remarks>
public static class AcrTokenGuard
{
    /// <summary>The longest that a signal's end of the process is held up.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(6.5);

    // What is left is written, and the signal's default action taken.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.4);

    // A process that is still there so long after a signal has survived it.
    private static readonly TimeSpan SignalIsOver = TimeSpan.FromMinutes(1);

    private static readonly Lock Gate = new();
    private static CancellationTokenSource? deadline;
    private static PosixSignalContext? signal;
    private static long signalledOn;
    private static volatile bool includesExit;

    private static readonly Lazy<IReadOnlyList<PosixSignalRegistration>> Registrations = new(Register);

    /// <summary>The leases of this process that are not revoked.</summary>
    public static IReadOnlyCollection<AcrTokenLease> OpenLeases => [.. LeaseBook.Open.OfType<AcrTokenLease>()];

    /// <summary>Revokes every open lease and rolls back every mint under way, at once and side by side. Never throws.</summary>
    /// <param name="within">How long to wait. Default 6.5 seconds.</param>
    /// <returns>A line for each token that was not ended in time, with its name and its expiry: say it where somebody sees it.</returns>
    public static async Task<IReadOnlyList<string>> RevokeAllAsync(TimeSpan? within = null)
    {
        var timeout = Task.Delay(within ?? Longest);
        var ends = new Dictionary<IOpenToken, string?>(ReferenceEqualityComparer.Instance);

        // Once more when a mint that was under way has become a lease meanwhile.
        while (LeaseBook.Open.Where(token => !ends.ContainsKey(token)).ToList() is { Count: > 0 } open)
        {
            var lines = await Task.WhenAll(open.Select(token => TryEndAsync(token, timeout))).ConfigureAwait(false);
            foreach (var (token, line) in open.Zip(lines))
                ends[token] = line;
        }

        return [.. ends.Values.OfType<string>()];
    }

    /// <summary>
    /// From now on, revoke what is open also when the process comes to its ordinary end, <see cref="Environment.Exit"/> included.
    /// For a host that does not tell how a build ends.
    /// </summary>
    public static void IncludeExit() => includesExit = true;

    /// <summary>That line, in the form in which the CI host that the process runs on shows it as an error: written to standard output.</summary>
    public static string ToHostError(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return CiHost.ErrorLine(CiHost.Detect(), line);
    }

    /// <summary>
    /// Cancelled when the time after a signal is up, for all that ends tokens then: the guard, the build's own revoke target, its end.
    /// Each with a time of its own would hold the process up for too long.
    /// </summary>
    internal static CancellationToken Deadline
    {
        get
        {
            lock (Gate)
            {
                return deadline is null || Stopwatch.GetElapsedTime(signalledOn) > SignalIsOver ? CancellationToken.None : deadline.Token;
            }
        }
    }

    internal static void Arm() => _ = Registrations.Value;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A signal handler or a build's end must not throw.")]
    private static async Task<string?> TryEndAsync(IOpenToken token, Task timeout)
    {
        try
        {
            var end = Task.Run(token.EndAsync);
            return await Task.WhenAny(end, timeout).ConfigureAwait(false) == end ? await Failure(end).ConfigureAwait(false) : Left("there was no time left");
        }
        catch (Exception failure)
        {
            return Left(failure.Message);
        }

        string Left(string reason) => $"Token '{token.Name}' was not revoked and is good until {token.ExpiresOn:u}: {reason}";

        static async Task<string?> Failure(Task end)
        {
            await end.ConfigureAwait(false);
            return null;
        }
    }

    private static IReadOnlyList<PosixSignalRegistration> Register()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnExit();
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        return [.. signals.Select(s => PosixSignalRegistration.Create(s, OnSignal))];
    }

    // What comes to its own end meanwhile lets the ends under way finish, and the signal have the last word: the exit code is the signal's.
    private static void OnExit()
    {
        if (includesExit)
            EndAll();
        Task.WhenAny(Task.WhenAll(LeaseBook.Ends), Task.Delay(Longest)).Wait();
        while (IsSignalUnderWay)
            Thread.Sleep(10);
    }

    // Whether the signal is going to end the process: handlers after this one may still keep it alive, or take their time.
    private static bool IsSignalUnderWay
    {
        get
        {
            lock (Gate)
            {
                return signal is { Cancel: false } && Stopwatch.GetElapsedTime(signalledOn) < Longest + LastWord;
            }
        }
    }

    private static void OnSignal(PosixSignalContext context)
    {
        StartDeadline(context);
        EndAll();
    }

    private static void EndAll()
    {
        foreach (var left in RevokeAllAsync().GetAwaiter().GetResult())
            Console.WriteLine(ToHostError(left));
    }

    // A second signal does not give more time.
    private static void StartDeadline(PosixSignalContext context)
    {
        lock (Gate)
        {
            signal = context;
            if (deadline is not null && Stopwatch.GetElapsedTime(signalledOn) <= SignalIsOver)
                return;

            signalledOn = Stopwatch.GetTimestamp();
            deadline = new CancellationTokenSource(Longest);
        }
    }
}
