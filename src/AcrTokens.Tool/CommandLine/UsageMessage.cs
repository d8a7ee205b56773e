using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Everything that is wrong with a command line, in one message.</summary>
internal static partial class UsageMessage
{
    /// <summary>What the parser found, with the nearest word that it knows.</summary>
    public static IEnumerable<string> OfParser(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.Errors.Select(error => Unknown().Match(error.Message)).Where(match => match.Success).ToList();
        return parsed
            .Errors.Where(error => !Unknown().IsMatch(error.Message) && (unknown.Count == 0 || !IsWantOfCommand(error, command)))
            .Select(error => ExpectedType().Replace(error.Message, "").TrimEnd('.'))
            .Concat(unknown.Select(match => OfUnknown(match.Value, command)))
            .Distinct();
    }

    /// <summary>Of a word that nobody knows.</summary>
    public static string OfUnknown(string word, Command command)
    {
        var known = word.StartsWith('-')
            ? command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Where(name => name.StartsWith("--", StringComparison.Ordinal))
            : command.Subcommands.Select(sub => sub.Name);
        return Nearest.Find(word.Split('=', ':')[0], known) is { } nearest ? $"'{word}' is unknown: did you mean {nearest}?" : $"'{word}' is unknown";
    }

    public static string Of(Command command, IReadOnlyList<string> mistakes)
    {
        var name = FullName(command);
        var text = new StringBuilder($"{name}: nothing was sent:");
        text.AppendLine();
        foreach (var mistake in mistakes)
            text.AppendLine($"  {mistake}");
        return text.Append($"'{name} --help' shows how it is used.").ToString();
    }

    /// <summary>A mistake that the library told as a failure.</summary>
    public static string OfFailure(string message) => NotStarted().Replace(message, "").TrimEnd('.');

    /// <summary>The options whose values the parser does not take.</summary>
    public static IEnumerable<string> WrongOptions(ParseResult parsed) =>
        parsed
            .Errors.Select(error =>
                error.SymbolResult is ArgumentResult { Parent: OptionResult parent } ? parent : error.SymbolResult as OptionResult
            )
            .OfType<OptionResult>()
            .Select(result => result.Option.Name);

    /// <summary>Whether that is the want of an option that is there, but wrong.</summary>
    public static bool IsWantOf(string mistake, IReadOnlySet<string> told) =>
        mistake.Contains("(--", StringComparison.Ordinal) && OptionsIn(mistake).Any(told.Contains);

    /// <summary>The options that a text names.</summary>
    public static IEnumerable<string> OptionsIn(string text) => Option().Matches(text).Select(match => match.Value);

    /// <summary>With the commands that it belongs to.</summary>
    public static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : "acrt";

    // A command that is misspelt is not missing.
    private static bool IsWantOfCommand(ParseError error, Command command) => command.Subcommands.Count > 0 && error.SymbolResult is CommandResult;

    [GeneratedRegex("^\\w+ was not started, nothing was sent: ")]
    private static partial Regex NotStarted();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Option();

    // Whoever types an option does not know .NET's types.
    [GeneratedRegex(" as expected type '[^']*'")]
    private static partial Regex ExpectedType();

    [GeneratedRegex("(?<=^Unrecognized command or argument ').*(?='\\.?$)")]
    private static partial Regex Unknown();
}
