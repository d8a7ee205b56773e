namespace AcrTokens.Tool.CommandLine;

/// <summary>How the tool ends, in the words of shells.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The service refused, or could not be reached.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong: nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>What runs another command failed itself.</summary>
    public const int OwnFailure = 125;

    /// <summary>The other command is there, but cannot be run.</summary>
    public const int NotExecutable = 126;

    /// <summary>There is no such other command.</summary>
    public const int NotFound = 127;

    /// <summary>To which a signal's number is added.</summary>
    public const int Signal = 128;
}
