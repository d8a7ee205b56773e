using System.CommandLine;
using AcrTokens.Tool.CommandLine;

namespace AcrTokens.Tool.Output;

/// <summary>The options for passwords' places: files that only the user may read, or a pipe.</summary>
internal static class PasswordOptions
{
    public static Option<string[]> File { get; } =
        new("--password-file")
        {
            Description = "Write the password to this file, which only you may read; once for each password",
            HelpName = "file",
            Arity = ArgumentArity.OneOrMore,
        };

    public static Option<bool> Stdout { get; } =
        new("--password-stdout") { Description = "Write the password to standard output, a line each: a pipe, and no terminal" };

    /// <summary>The number of passwords with a place; null if unlimited.</summary>
    public static int? Places(ParseResult parsed) => parsed.Read(Stdout) ? null : Files(parsed).Count;

    public static bool Any(ParseResult parsed) => Places(parsed) != 0;

    public static IReadOnlyList<string> Files(ParseResult parsed) => parsed.Read(File) ?? [];

    public static IEnumerable<string> FindMistakes(ParseResult parsed)
    {
        var files = Files(parsed);
        if (parsed.Read(Stdout) && files.Count > 0)
            yield return "both --password-file and --password-stdout are given: choose one";
        if (parsed.Read(Stdout) && !Console.IsOutputRedirected)
            yield return "--password-stdout would show the password on the terminal: write it into a pipe, or say --password-file";
        if (parsed.Read(Stdout) && Streams.IsOutputClosed)
            yield return "--password-stdout has nowhere to write to: standard output is closed";
        foreach (var mistake in files.Select(PasswordFile.FindMistake).OfType<string>())
            yield return mistake;
        foreach (var twice in files.Where(file => file.Length > 0).GroupBy(Path.GetFullPath).Where(group => group.Count() > 1))
            yield return $"--password-file '{twice.Key}' is given twice";
    }
}
