using System.Text.RegularExpressions;

namespace AcrTokens.Tool.CommandLine;

/// <summary>The library's messages name its verbs; whoever types a command line knows options.</summary>
internal static partial class Wording
{
    // Where the option is not called as the setting is.
    private static readonly Dictionary<string, string> Options = new()
    {
        ["RegistryName"] = "--registry",
        ["ResourceGroupName"] = "--resource-group",
        ["SubscriptionId"] = "--subscription",
        ["NamePrefix"] = "--prefix",
        ["RevocationProof"] = "--prove",
        ["MaximumTokens"] = "--maximum",
        ["Scopes"] = "--repository",
    };

    /// <summary>The message with options in the place of verbs.</summary>
    public static string OfOptions(string message) =>
        Verb()
            .Replace(
                message.Replace(
                    "do without: GetDockerConfig().Variables leads a tool's process to the credentials",
                    "leave --login out, where the tool reads docker's configuration",
                    StringComparison.Ordinal
                ),
                match => Options.GetValueOrDefault(match.Groups[1].Value) ?? $"--{Kebab(match.Groups[1].Value)}"
            );

    /// <summary>A mistake that is told as a failure: without what the task is called.</summary>
    public static string OfMistake(string message) => NotStarted().Replace(message, "").TrimEnd('.');

    /// <summary>The options that a text names.</summary>
    public static IEnumerable<string> OptionsIn(string text) => Option().Matches(text).Select(match => match.Value);

    private static string Kebab(string name) => Capital().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("\\b(?:Set|Add|Enable)((?:[A-Z][a-z]+)+)\\b(?![(])")]
    private static partial Regex Verb();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex("^\\w+ was not started, nothing was sent: ")]
    private static partial Regex NotStarted();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Option();
}
