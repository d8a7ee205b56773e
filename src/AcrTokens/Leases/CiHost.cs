namespace AcrTokens;

/// <summary>The CI host that a build runs on, known by the variables that it documents.</summary>
/// <param name="Name">The host's name.</param>
/// <param name="RunId">What tells this run from every other of the same host; null where the host does not say.</param>
internal sealed record CiHost(string Name, string? RunId)
{
    // The variable that only this host sets, and those that together name the run.
    private static readonly (string Name, string Sign, string[] Run)[] Known =
    [
        ("GitHub Actions", "GITHUB_ACTIONS", ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT"]),
        ("Azure Pipelines", "TF_BUILD", ["BUILD_BUILDID", "SYSTEM_JOBATTEMPT"]),
        ("GitLab", "GITLAB_CI", ["CI_JOB_ID"]),
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
    public static string ErrorLine(CiHost? host, string message) => host?.Name switch
    {
        "GitHub Actions" => $"::error::{message.Replace("%", "%25", StringComparison.Ordinal).ReplaceLineEndings("%0A")}",
        "Azure Pipelines" => $"##vso[task.logissue type=error]{message.ReplaceLineEndings(" ")}",
        "TeamCity" => $"##teamcity[message status='ERROR' text='{TeamCity(message)}']",
        _ => message,
    };

    private static string TeamCity(string text) => text
        .Replace("|", "||", StringComparison.Ordinal)
        .Replace("'", "|'", StringComparison.Ordinal)
        .Replace("[", "|[", StringComparison.Ordinal)
        .Replace("]", "|]", StringComparison.Ordinal)
        .ReplaceLineEndings("|n");
}
