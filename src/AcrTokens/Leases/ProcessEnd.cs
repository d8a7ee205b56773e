using System.Runtime.InteropServices;

namespace AcrTokens;

/// <summary>
/// Whether the process is coming to its end, by a signal or by itself, and how much time is left until then. It knows nothing of tokens:
/// what makes and ends them asks it.
/// </summary>
internal sealed class ProcessEnd(TimeProvider clock)
{
    /// <summary>The longest that the process's end is held up, with all that ends tokens then: a CI host kills soon after that.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(6.5);

    // What is left is written, and the signal's default action taken.
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(0.4);

    // A process that is still there so long after a signal has survived it, whatever its handlers say.
    private static readonly TimeSpan SignalIsOver = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<PosixSignalContext> signals = [];
    private long beganOn;
    private bool isExiting;

    /// <summary>Raised when it begins, also by a second signal.</summary>
    public event Action? Begun;

    /// <summary>That of this process.</summary>
    public static ProcessEnd Current { get; } = new(TimeProvider.System);

    public TimeProvider Clock => clock;

    /// <summary>Whether it is coming to its end. Not any more once a handler keeps it alive (<see cref="PosixSignalContext.Cancel"/>).</summary>
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

    /// <summary>Whether a signal is about to end it, and is to give the exit code.</summary>
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
    /// The time that is left, shared by all that ends tokens then: each with a time of its own would hold the process up for too long.
    /// Null while the process is not ending, and once that time is over: whoever is there still has survived.
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

    // Handlers that are called later may still keep the process alive.
    private bool IsSignalled => signals.Exists(signal => !signal.Cancel);

    /// <summary>A signal has come. A second one does not give more time, unless the first was survived.</summary>
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
    /// The process returns from <c>Main</c>, or calls <see cref="Environment.Exit"/>, or dies of an exception: that is not survived.
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
