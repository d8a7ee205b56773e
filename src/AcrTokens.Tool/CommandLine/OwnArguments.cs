using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>
/// Checks the tool's own arguments before they are parsed: for an empty value, as in <c>--registry=$UNSET</c>, the parser would use the next option
/// as the value.
/// </summary>
/// <param name="Arguments">The arguments for the parser.</param>
/// <param name="Mistakes">A phrase for each empty value.</param>
internal sealed partial record OwnArguments(string[] Arguments, IReadOnlyList<string> Mistakes)
{
    public static OwnArguments Of(string[] arguments)
    {
        var end = Array.IndexOf(arguments, "--");
        var own = end < 0 ? arguments : arguments[..end];
        return new(
            [.. own.Where(argument => !IsEmpty(argument)), .. arguments[own.Length..]],
            [.. own.Where(IsEmpty).Select(argument => $"{argument[..^1]} needs a value, and '{argument}' has none")]
        );
    }

    private static bool IsEmpty(string argument) => WithoutValue().IsMatch(argument);

    [GeneratedRegex("^-{1,2}[A-Za-z][A-Za-z-]*[=:]\\z")]
    private static partial Regex WithoutValue();
}
