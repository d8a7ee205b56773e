namespace AcrTokens.Tool.CommandLine;

/// <summary>The tool's exit codes, as shells have them.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The service refused, or could not be reached.</summary>
    public const int Failure = 1;

    /// <summary>The command line is invalid, and nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The tool itself failed, rather than the command that it runs.</summary>
    public const int OwnFailure = 125;

    /// <summary>The command exists but cannot be executed.</summary>
    public const int NotExecutable = 126;

    /// <summary>The command does not exist.</summary>
    public const int NotFound = 127;

    /// <summary>The base to which a signal's number is added.</summary>
    public const int Signal = 128;
}
