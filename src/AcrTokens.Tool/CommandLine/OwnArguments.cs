using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>
/// The tool's own part of the command line, before the parser has it: for an option's empty value, as is left of <c>--registry=$UNSET</c>, the parser
/// takes the option that follows.
/// </summary>
/// <param name="Arguments">What the parser gets.</param>
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
