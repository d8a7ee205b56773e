using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Reports all mistakes of a command line in one message.</summary>
internal static partial class UsageMessage
{
    /// <summary>The parser's errors, with suggestions.</summary>
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

    /// <summary>The message for an unknown word.</summary>
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

    /// <summary>The mistake in a failure's message.</summary>
    public static string OfFailure(string message) => NotStarted().Replace(message, "").TrimEnd('.');

    /// <summary>The options with values that the parser refuses.</summary>
    public static IEnumerable<string> WrongOptions(ParseResult parsed) =>
        parsed
            .Errors.Select(error =>
                error.SymbolResult is ArgumentResult { Parent: OptionResult parent } ? parent : error.SymbolResult as OptionResult
            )
            .OfType<OptionResult>()
            .Select(result => result.Option.Name);

    /// <summary>Whether the mistake reports an option as missing that is present but invalid.</summary>
    public static bool IsWantOf(string mistake, IReadOnlySet<string> told) =>
        mistake.Contains("(--", StringComparison.Ordinal) && OptionsIn(mistake).Any(told.Contains);

    /// <summary>The options in a text.</summary>
    public static IEnumerable<string> OptionsIn(string text) => Option().Matches(text).Select(match => match.Value);

    /// <summary>The command's name with its parents'.</summary>
    public static string FullName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{FullName(parent)} {command.Name}" : "acrt";

    // A misspelt command is not reported as missing too.
    private static bool IsWantOfCommand(ParseError error, Command command) => command.Subcommands.Count > 0 && error.SymbolResult is CommandResult;

    [GeneratedRegex("^\\w+ was not started, nothing was sent: ")]
    private static partial Regex NotStarted();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Option();

    // Users do not know .NET's types.
    [GeneratedRegex(" as expected type '[^']*'")]
    private static partial Regex ExpectedType();

    [GeneratedRegex("(?<=^Unrecognized command or argument ').*(?='\\.?$)")]
    private static partial Regex Unknown();
}
