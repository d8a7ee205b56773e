using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>How each host's commands write what would end or change them.</summary>
internal static partial class CiEscapes
{
    public static string GitHub(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    // The agent decodes these alone, and %AZP25 only where DECODE_PERCENTS is on: so a percent sign is left alone where it may be.
    public static string AzurePipelines(string text) =>
        AzureEscapes().Replace(text, "%AZP25$1").Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    [GeneratedRegex("%(0D|0A|3B|5D|AZP25)")]
    private static partial Regex AzureEscapes();

    public static string TeamCity(string text) =>
        text.Replace("|", "||", StringComparison.Ordinal)
            .Replace("'", "|'", StringComparison.Ordinal)
            .Replace("[", "|[", StringComparison.Ordinal)
            .Replace("]", "|]", StringComparison.Ordinal)
            .ReplaceLineEndings("|n");
}
