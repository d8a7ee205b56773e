namespace AcrTokens;

/// <summary>A kind of CI host: its documented variables, and the commands that it reads from a build's output.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sign">The variable that identifies the host.</param>
/// <param name="Run">The variables that together identify a run.</param>
internal sealed record CiHostKind(string Name, string Sign, params string[] Run)
{
    /// <summary>The line that makes the host mask a value from then on; null if it has no such command.</summary>
    public Func<string, string>? Mask { get; private init; }

    /// <summary>
    /// Whether the runner obeys <see cref="Mask"/> only if it is set up with <c>proxy_exec = true</c>. No variable shows that, and on other runners
    /// the line itself would leak the value.
    /// </summary>
    public bool NeedsProxyExec { get; private init; }

    /// <summary>Formats a message of a kind (<c>error</c> or <c>warning</c>) for the host. Default: the message alone.</summary>
    public Func<string, string, string> Issue { get; private init; } = (_, message) => message;

    public static CiHostKind GitHubActions { get; } =
        new("GitHub Actions", "GITHUB_ACTIONS", "GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT")
        {
            Mask = value => $"::add-mask::{CiEscapes.GitHub(value)}",
            Issue = (kind, message) => $"::{kind}::{CiEscapes.GitHub(message.ReplaceLineEndings("\n"))}",
        };

    public static CiHostKind AzurePipelines { get; } =
        new("Azure Pipelines", "TF_BUILD", "BUILD_BUILDID", "SYSTEM_JOBATTEMPT")
        {
            Mask = value => $"##vso[task.setsecret]{CiEscapes.AzurePipelines(value)}",
            Issue = (kind, message) => $"##vso[task.logissue type={kind}]{message.ReplaceLineEndings(" ")}",
        };

    public static CiHostKind GitLab { get; } = new("GitLab", "GITLAB_CI", "CI_JOB_ID") { Mask = GitHubActions.Mask, NeedsProxyExec = true };

    public static CiHostKind TeamCity { get; } =
        new("TeamCity", "TEAMCITY_VERSION", "BUILD_NUMBER")
        {
            Issue = (kind, message) => $"##teamcity[message status='{kind.ToUpperInvariant()}' text='{CiEscapes.TeamCity(message)}']",
        };

    /// <summary>All kinds, in the order of detection.</summary>
    public static IReadOnlyList<CiHostKind> All { get; } =
    [
        GitHubActions,
        AzurePipelines,
        GitLab,
        TeamCity,
        new("AppVeyor", "APPVEYOR", "APPVEYOR_JOB_ID"),
        new("Bitbucket", "BITBUCKET_BUILD_NUMBER", "BITBUCKET_BUILD_NUMBER"),
        new("Jenkins", "JENKINS_URL", "BUILD_NUMBER"),
    ];
}
