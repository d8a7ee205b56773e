namespace AcrTokens.Tool.CommandLine;

/// <summary>Somebody to ask.</summary>
internal static class Terminal
{
    /// <summary>Asks on standard error, since what is asked for may go down a pipe.</summary>
    public static bool Ask(string question)
    {
        Console.Error.Write($"{Spelling.Of(question)} [y/N] ");
        return Console.In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>What cannot be asked about is a mistake of the command line.</summary>
    /// <param name="asks">Whether there is something to ask.</param>
    /// <param name="cure">What to do where there is nobody.</param>
    public static IEnumerable<string> FindMistakes(bool asks, string cure) =>
        asks && Console.IsInputRedirected ? [$"there is no terminal to ask on: {cure}"] : [];
}
