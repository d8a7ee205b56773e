using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>Parses durations: <c>90s</c>, <c>20m</c>, <c>1h30m</c>, <c>7d</c>, or <c>hh:mm:ss</c>.</summary>
internal static partial class Durations
{
    /// <summary>Creates an option for a duration.</summary>
    public static Option<TimeSpan?> CreateOption(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "time",
            CustomParser = result => Parse(result, name),
        };

    public static TimeSpan? TryParse(string text)
    {
        if (TimeSpan.TryParseExact(text, ["h\\:mm", "h\\:mm\\:ss", "d\\.h\\:mm\\:ss"], CultureInfo.InvariantCulture, out var time))
            return time;
        if (Units().Match(text) is not { Success: true } match || text.Length == 0)
            return null;

        var seconds = Part("d") * 86_400 + Part("h") * 3_600 + Part("m") * 60 + Part("s");
        return (double)seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds((double)seconds) : null;

        decimal Part(string unit) => match.Groups[unit] is { Success: true } group ? decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    private static TimeSpan? Parse(ArgumentResult result, string name)
    {
        var text = result.Tokens[0].Value;
        if (TryParse(text) is { } time)
            return time;

        result.AddError($"{name} is '{text}', which is not a time such as 90s, 20m, 1h30m or 00:20:00");
        return null;
    }

    [GeneratedRegex("^(?:(?<d>[0-9]{1,9})d)?(?:(?<h>[0-9]{1,9})h)?(?:(?<m>[0-9]{1,9})m)?(?:(?<s>[0-9]{1,9})s)?\\z")]
    private static partial Regex Units();
}
