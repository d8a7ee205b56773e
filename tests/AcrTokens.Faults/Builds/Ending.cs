namespace AcrTokens.Faults.Builds;

/// <summary>How a build ends.</summary>
internal enum Ending
{
    /// <summary>Normally.</summary>
    None,
    TargetFailure,
    BodyFailure,
    Interrupt,
    InterruptTwice,

    /// <summary>By Ctrl+C as in a terminal: the build's child gets the signal as well.</summary>
    InterruptGroup,
    Terminate,
    HangUp,
    Kill,

    /// <summary>By <see cref="Environment.Exit"/>, from another thread than the build's.</summary>
    Exit,

    /// <summary>By an unhandled exception, on another thread than the build's.</summary>
    Crash,
}

/// <summary>The stage of a build.</summary>
internal enum BuildStage
{
    BeforeMint,
    DuringMint,
    AfterMint,
    InUse,
    DuringRevoke,
    AfterRevoke,
}

/// <summary>The reaction of a build's own handler to a signal.</summary>
internal enum SignalHandler
{
    /// <summary>The build has no handler.</summary>
    None,

    /// <summary>Returns only once the build is exiting.</summary>
    Slow,

    /// <summary>Keeps the process alive. It then ends normally.</summary>
    Keep,
}

internal static class Endings
{
    /// <summary>The signal's name, as in <c>kill</c>.</summary>
    public static string? Signal(this Ending ending) =>
        ending switch
        {
            Ending.Interrupt or Ending.InterruptTwice or Ending.InterruptGroup => "INT",
            Ending.Terminate => "TERM",
            Ending.HangUp => "HUP",
            Ending.Kill => "KILL",
            _ => null,
        };

    /// <summary>The exit code in a shell; null if the build's own failure and the signal race for it.</summary>
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

    /// <summary>Whether nothing in the process can revoke. Then only the password's expiry and the sweep remain.</summary>
    public static bool LeavesTokens(this Ending ending) => ending is Ending.Kill;

    /// <summary>The name of the stage in the build; null if a held request is the place to stop.</summary>
    public static string? Stop(this BuildStage stage) =>
        stage switch
        {
            BuildStage.BeforeMint => "before-mint",
            BuildStage.AfterMint => "after-mint",
            BuildStage.InUse => "in-use",
            BuildStage.AfterRevoke => "after-revoke",
            _ => null,
        };
}
