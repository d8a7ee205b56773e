namespace AcrTokens.Canary.Tests;

/// <summary>A CI host: the variables that it sets, and its handling of a build's standard output. A terminal sets no variables.</summary>
internal sealed record EmulatedHost(string Name, params (string Name, string Value)[] Variables)
{
    private const string AddMask = "::add-mask::";
    private const string SetSecret = "##vso[task.setsecret]";

    public static IReadOnlyList<EmulatedHost> All { get; } =
    [
        new("GitHub Actions", ("GITHUB_ACTIONS", "true"), ("GITHUB_RUN_ID", "4711"), ("GITHUB_RUN_ATTEMPT", "1"))
        {
            ToMaskLine = value => AddMask + value.Replace("%", "%25", StringComparison.Ordinal),
            ReadMaskLine = ReadAddMask,
        },
        new("Azure Pipelines", ("TF_BUILD", "True"), ("BUILD_BUILDID", "4711"), ("SYSTEM_JOBATTEMPT", "1"))
        {
            ToMaskLine = value => SetSecret + value,
            ReadMaskLine = ReadSetSecret,
        },
        new("GitLab", ("GITLAB_CI", "true"), ("CI_JOB_ID", "4711")),
        new("GitLab with proxy_exec", ("GITLAB_CI", "true"), ("CI_JOB_ID", "4711"), ("CANARY_PROXY_EXEC", "1"))
        {
            ToMaskLine = value => AddMask + value.Replace("%", "%25", StringComparison.Ordinal),
            ReadMaskLine = ReadAddMask,
        },
        new("TeamCity", ("TEAMCITY_VERSION", "2025.07"), ("BUILD_NUMBER", "4711")),
        new("AppVeyor", ("APPVEYOR", "True"), ("APPVEYOR_JOB_ID", "4711")),
        new("Bitbucket", ("BITBUCKET_BUILD_NUMBER", "4711"), ("BITBUCKET_PIPELINE_UUID", "{00000000-0000-0000-0000-000000004711}")),
        new("Jenkins", ("JENKINS_URL", "http://localhost/"), ("JENKINS_HOME", "/var/jenkins_home"), ("BUILD_NUMBER", "4711")),
        new("terminal"),
    ];

    /// <summary>Creates the exact line that masks a value; null if the host has no mask command.</summary>
    public Func<string, string>? ToMaskLine { get; private init; }

    private Func<string, string?> ReadMaskLine { get; init; } = _ => null;

    public static EmulatedHost Of(string name) => All.Single(h => h.Name == name);

    /// <summary>Whether a line is a mask command of any host. On another host the command itself is the leak.</summary>
    public static bool LooksLikeMask(string line) =>
        line.Contains("add-mask", StringComparison.Ordinal) || line.Contains("setsecret", StringComparison.Ordinal);

    /// <summary>The part of a build's output that the host keeps: without the mask commands, and with their values masked from then on.</summary>
    public (string Log, IReadOnlyList<string> Masks) Keep(string output, string errors)
    {
        var masks = new List<string>();
        var kept = new List<string>();
        foreach (var line in output.Split('\n').Concat(errors.Split('\n')))
        {
            if (ReadMaskLine(line) is { Length: > 0 } mask)
                masks.Add(mask);
            else
                kept.Add(masks.OrderByDescending(m => m.Length).Aggregate(line, (text, m) => text.Replace(m, "***", StringComparison.Ordinal)));
        }

        return (string.Join('\n', kept), masks);
    }

    public override string ToString() => Name;

    // GitHub's runner accepts a command only at the beginning of a line.
    private static string? ReadAddMask(string line) =>
        line.TrimStart() is var command && command.StartsWith(AddMask, StringComparison.Ordinal)
            ? command[AddMask.Length..]
                .Replace("%0D", "\r", StringComparison.Ordinal)
                .Replace("%0A", "\n", StringComparison.Ordinal)
                .Replace("%25", "%", StringComparison.Ordinal)
            : null;

    // Azure's agent accepts a command anywhere in a line.
    private static string? ReadSetSecret(string line) =>
        line.IndexOf(SetSecret, StringComparison.Ordinal) is >= 0 and var at
            ? line[(at + SetSecret.Length)..]
                .Replace("%3B", ";", StringComparison.Ordinal)
                .Replace("%0D", "\r", StringComparison.Ordinal)
                .Replace("%0A", "\n", StringComparison.Ordinal)
                .Replace("%5D", "]", StringComparison.Ordinal)
            : null;
}
