namespace AcrTokens.Tool.CommandLine;

/// <summary>Asks for confirmation on the terminal.</summary>
internal static class Terminal
{
    /// <summary>Asks on standard error, since standard output may be a pipe.</summary>
    public static bool Ask(string question)
    {
        Console.Error.Write($"{Spelling.Of(question)} [y/N] ");
        return Console.In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>Reports a mistake if confirmation is needed and there is no terminal.</summary>
    /// <param name="asks">Whether confirmation is needed.</param>
    /// <param name="cure">The advice for a missing terminal.</param>
    public static IEnumerable<string> FindMistakes(bool asks, string cure) =>
        asks && Console.IsInputRedirected ? [$"there is no terminal to ask on: {cure}"] : [];
}
