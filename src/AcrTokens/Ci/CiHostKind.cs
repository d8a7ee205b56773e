namespace AcrTokens;

/// <summary>A kind of CI host: the variables that it documents, and the commands that it reads from a build's output.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sign">The variable that no other host sets.</param>
/// <param name="Run">The variables that together name a run.</param>
internal sealed record CiHostKind(string Name, string Sign, params string[] Run)
{
    /// <summary>The line that makes the host hide a value from then on; null where it has no such command.</summary>
    public Func<string, string>? Mask { get; private init; }

    /// <summary>
    /// Whether the runner takes <see cref="Mask"/> only where it was set up with <c>proxy_exec = true</c>. No variable tells that, and elsewhere the
    /// line itself would be the leak.
    /// </summary>
    public bool NeedsProxyExec { get; private init; }

    /// <summary>
    /// A message, given its kind (<c>error</c> or <c>warning</c>), as the host shows it beside the build. Default: the message alone.
    /// </summary>
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

    /// <summary>In the order in which they are looked for.</summary>
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
