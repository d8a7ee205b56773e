using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>The CI host that a build runs on, known by the variables that it documents, and what it takes on a build's output.</summary>
/// <param name="Name">The host's name.</param>
/// <param name="RunId">What tells this run from every other of the same host; null where the host does not say.</param>
internal sealed partial record CiHost(string Name, string? RunId)
{
    public const string GitLab = "GitLab";

    /// <summary>
    /// Whether the runner takes <c>::add-mask::</c>. On GitLab only one does that was set up with <c>proxy_exec = true</c>,
    /// which no variable tells: elsewhere the line itself would be the leak.
    /// </summary>
    public bool TakesAddMask { get; init; } = Name == "GitHub Actions";

    // The variable that only this host sets, and those that together name the run.
    private static readonly (string Name, string Sign, string[] Run)[] Known =
    [
        ("GitHub Actions", "GITHUB_ACTIONS", ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT"]),
        ("Azure Pipelines", "TF_BUILD", ["BUILD_BUILDID", "SYSTEM_JOBATTEMPT"]),
        (GitLab, "GITLAB_CI", ["CI_JOB_ID"]),
        ("TeamCity", "TEAMCITY_VERSION", ["BUILD_NUMBER"]),
        ("AppVeyor", "APPVEYOR", ["APPVEYOR_JOB_ID"]),
        ("Bitbucket", "BITBUCKET_BUILD_NUMBER", ["BITBUCKET_BUILD_NUMBER"]),
        ("Jenkins", "JENKINS_URL", ["BUILD_NUMBER"]),
    ];

    /// <summary>The host of this process; null outside CI.</summary>
    public static CiHost? Detect(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        foreach (var (name, sign, run) in Known)
        {
            if (read(sign) is { Length: > 0 })
                return new CiHost(name, string.Join('-', run.Select(read).Where(v => !string.IsNullOrEmpty(v))) is { Length: > 0 } id ? id : null);
        }

        return null;
    }

    /// <summary>That line, in the form in which the host shows it as an error beside the build; as it is on the others.</summary>
    public static string ErrorLine(CiHost? host, string message) => IssueLine(host, "error", message);

    /// <summary>The same as a warning.</summary>
    public static string WarningLine(CiHost? host, string message) => IssueLine(host, "warning", message);

    private static string IssueLine(CiHost? host, string kind, string message) => host?.Name switch
    {
        "GitHub Actions" => $"::{kind}::{GitHub(message.ReplaceLineEndings("\n"))}",
        "Azure Pipelines" => $"##vso[task.logissue type={kind}]{message.ReplaceLineEndings(" ")}",
        "TeamCity" => $"##teamcity[message status='{kind.ToUpperInvariant()}' text='{TeamCity(message)}']",
        _ => message,
    };

    /// <summary>The line that makes the host hide a value from then on; null where it has no such command.</summary>
    public string? MaskLine(string value) => Name switch
    {
        "Azure Pipelines" => $"##vso[task.setsecret]{AzurePipelines(value)}",
        _ when TakesAddMask => $"::add-mask::{GitHub(value)}",
        _ => null,
    };

    private static string GitHub(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    // The agent decodes these alone, and %AZP25 only where DECODE_PERCENTS is on: so a percent sign is left alone where it may be.
    private static string AzurePipelines(string text) => AzureEscapes().Replace(text, "%AZP25$1")
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    [GeneratedRegex("%(0D|0A|3B|5D|AZP25)")]
    private static partial Regex AzureEscapes();

    private static string TeamCity(string text) => text
        .Replace("|", "||", StringComparison.Ordinal)
        .Replace("'", "|'", StringComparison.Ordinal)
        .Replace("[", "|[", StringComparison.Ordinal)
        .Replace("]", "|]", StringComparison.Ordinal)
        .ReplaceLineEndings("|n");
}
