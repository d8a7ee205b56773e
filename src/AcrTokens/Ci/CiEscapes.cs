using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>The escapes of each host's commands.</summary>
internal static partial class CiEscapes
{
    public static string GitHub(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    // The agent decodes only these, and %AZP25 only if DECODE_PERCENTS is on. So a percent sign stays as it is where it may.
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
