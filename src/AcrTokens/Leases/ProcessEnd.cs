using System.Runtime.InteropServices;

namespace AcrTokens;

/// <summary>
/// Whether the process is ending, by a signal or normally, and how much time is left. Knows nothing about tokens: the code that mints and ends them
/// asks it.
/// </summary>
internal sealed class ProcessEnd(TimeProvider clock)
{
    /// <summary>How long the process's end may be delayed in all: CI hosts kill it soon after that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(6.5);

    // Time to write the messages and to take the signal's default action.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.4);

    // A process that still runs this long after a signal has survived it, whatever its handlers say.
    private static readonly TimeSpan SignalIsOver = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<PosixSignalContext> signals = [];
    private long beganOn;
    private bool isExiting;

    /// <summary>Raised when the end begins, also on a second signal.</summary>
    public event Action? Begun;

    /// <summary>The end of this process.</summary>
    public static ProcessEnd Current { get; } = new(TimeProvider.System);

    public TimeProvider Clock => clock;

    /// <summary>Whether the process is ending. False again once a handler keeps it alive (<see cref="PosixSignalContext.Cancel"/>).</summary>
    public bool IsUnderWay
    {
        get
        {
            lock (gate)
            {
                return HasBegun;
            }
        }
    }

    /// <summary>What ends the process: a signal's name, or <c>exit</c>. Null while it is not ending.</summary>
    public string? Cause
    {
        get
        {
            lock (gate)
            {
                return !HasBegun ? null
                    : IsSignalled ? $"{signals.Find(signal => !signal.Cancel)!.Signal}"
                    : "exit";
            }
        }
    }

    /// <summary>Whether a signal is ending the process and decides the exit code.</summary>
    public bool IsSignalUnderWay
    {
        get
        {
            lock (gate)
            {
                return IsSignalled && clock.GetElapsedTime(beganOn) < Longest + LastWord;
            }
        }
    }

    /// <summary>
    /// The time that is left for ending tokens. It is shared: separate limits would delay the process for too long. Null while the process is not
    /// ending, and once the time is over, since the process has then survived.
    /// </summary>
    public TimeSpan? Left
    {
        get
        {
            lock (gate)
            {
                var left = Longest - clock.GetElapsedTime(beganOn);
                return HasBegun && left > -LastWord ? Max(left, TimeSpan.Zero) : null;
            }
        }
    }

    private bool HasBegun => isExiting || (IsSignalled && clock.GetElapsedTime(beganOn) <= SignalIsOver);

    // Later handlers may still keep the process alive.
    private bool IsSignalled => signals.Exists(signal => !signal.Cancel);

    /// <summary>A signal has arrived. A second one does not extend the time, unless the process survived the first.</summary>
    public void Begin(PosixSignalContext signal)
    {
        lock (gate)
        {
            if (!HasBegun)
            {
                signals.Clear();
                beganOn = clock.GetTimestamp();
            }

            signals.Add(signal);
        }

        Begun?.Invoke();
    }

    /// <summary>
    /// The process returns from <c>Main</c>, calls <see cref="Environment.Exit"/> or dies of an exception. No process survives that.
    /// </summary>
    public void BeginExit()
    {
        lock (gate)
        {
            if (!HasBegun)
                beganOn = clock.GetTimestamp();
            isExiting = true;
        }

        Begun?.Invoke();
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
