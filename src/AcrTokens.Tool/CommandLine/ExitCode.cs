namespace AcrTokens.Tool.CommandLine;

/// <summary>How the tool ends, in the words of shells.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The service refused, or could not be reached.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong: nothing was sent.</summary>
    public const int Usage = 2;
}
