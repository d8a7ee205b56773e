using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>
/// The longest lifetime of a password that a repository accepts: <c>acr_tokens.max_lifetime</c> in its <c>.editorconfig</c>. Default: 24 hours.
/// </summary>
internal static class MaximumLifetime
{
    private const string Key = "acr_tokens.max_lifetime";

    private static readonly TimeSpan Default = TimeSpan.FromHours(24);

    public static TimeSpan Of(AnalyzerConfigOptionsProvider options, SyntaxTree tree) =>
        options.GetOptions(tree).TryGetValue(Key, out var text) && Parse(text.Trim()) is { } chosen && chosen > TimeSpan.Zero ? chosen : Default;

    // Accepts 30m, 12h, 2d, and .NET's own form, 12:00:00.
    private static TimeSpan? Parse(string text)
    {
        if (text.Length > 1 && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            switch (text[text.Length - 1])
            {
                case 'm':
                    return TimeSpan.FromMinutes(count);
                case 'h':
                    return TimeSpan.FromHours(count);
                case 'd' when count <= TimeSpan.MaxValue.Days:
                    return TimeSpan.FromDays(count);
            }
        }

        return text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;
    }
}
