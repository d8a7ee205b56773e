namespace AcrTokens.Faults.Builds;

/// <summary>How a build comes to its end.</summary>
internal enum Ending
{
    /// <summary>By itself.</summary>
    None,
    TargetFailure,
    BodyFailure,
    Interrupt,
    InterruptTwice,

    /// <summary>As a terminal's Ctrl+C: the build's child gets the signal as well.</summary>
    InterruptGroup,
    Terminate,
    HangUp,
    Kill,

    /// <summary><see cref="Environment.Exit"/>, from another thread than the build's.</summary>
    Exit,

    /// <summary>An exception that nobody catches, on another thread than the build's.</summary>
    Crash,
}

/// <summary>Where in a build it happens.</summary>
internal enum BuildStage
{
    BeforeMint,

    /// <summary>The token is created in the background.</summary>
    Preparing,

    /// <summary>The token is created and has no password yet.</summary>
    Prepared,
    DuringMint,
    AfterMint,
    InUse,
    DuringRevoke,
    AfterRevoke,
}

/// <summary>What a build's own handler does about a signal.</summary>
internal enum SignalHandler
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Returns only once the build is on its way out.</summary>
    Slow,

    /// <summary>Keeps the process alive, which then ends by itself.</summary>
    Keep,
}

internal static class Endings
{
    /// <summary>The signal as <c>kill</c> calls it.</summary>
    public static string? Signal(this Ending ending) =>
        ending switch
        {
            Ending.Interrupt or Ending.InterruptTwice or Ending.InterruptGroup => "INT",
            Ending.Terminate => "TERM",
            Ending.HangUp => "HUP",
            Ending.Kill => "KILL",
            _ => null,
        };

    /// <summary>What a shell sees; null where the build's own failure and the signal are in a race for it.</summary>
    public static int? ExitCode(this Ending ending) =>
        ending switch
        {
            Ending.None => 0,
            Ending.TargetFailure or Ending.BodyFailure => 255,
            Ending.Interrupt or Ending.InterruptTwice => 130,
            Ending.Terminate => 143,
            Ending.HangUp => 129,
            Ending.Kill => 137,
            Ending.Exit => 3,
            Ending.Crash => 134,
            _ => null,
        };

    /// <summary>Whether nothing in the process can help: then the password's expiry and the sweep do.</summary>
    public static bool LeavesTokens(this Ending ending) => ending is Ending.Kill;

    /// <summary>Whether a build comes there only if it prepares its token.</summary>
    public static bool IsAhead(this BuildStage stage) => stage is BuildStage.Preparing or BuildStage.Prepared;

    /// <summary>The name of the stage in the build; null where a held request is the only place to stop.</summary>
    public static string? Stop(this BuildStage stage) =>
        stage switch
        {
            BuildStage.BeforeMint => "before-mint",
            BuildStage.Preparing or BuildStage.Prepared => "prepared",
            BuildStage.AfterMint => "after-mint",
            BuildStage.InUse => "in-use",
            BuildStage.AfterRevoke => "after-revoke",
            _ => null,
        };
}
