namespace AcrTokens;

/// <summary>The CI host that a build runs on.</summary>
/// <param name="Kind">The host's kind.</param>
/// <param name="RunId">Identifies this run among all runs of the host; null if the host does not provide it.</param>
internal sealed record CiHost(CiHostKind Kind, string? RunId)
{
    /// <summary>Whether a GitLab runner is set up with <c>proxy_exec = true</c>. Default: false.</summary>
    public bool HasProxyExec { get; init; }

    /// <summary>The host of this process; null outside CI.</summary>
    public static CiHost? Detect(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        if (CiHostKind.All.FirstOrDefault(kind => read(kind.Sign) is { Length: > 0 }) is not { } kind)
            return null;

        var run = string.Join('-', kind.Run.Select(read).Where(value => !string.IsNullOrEmpty(value)));
        return new CiHost(kind, run.Length > 0 ? run : null);
    }

    /// <summary>The message in the host's format for errors of a build; unchanged on other hosts and outside CI.</summary>
    public static string ErrorLine(CiHost? host, string message) => host?.Kind.Issue("error", message) ?? message;

    /// <summary>The message in the host's format for warnings.</summary>
    public static string WarningLine(CiHost? host, string message) => host?.Kind.Issue("warning", message) ?? message;

    /// <summary>The line that makes the host mask a value from then on; null if it has no such command.</summary>
    public string? MaskLine(string value) => Kind.NeedsProxyExec && !HasProxyExec ? null : Kind.Mask?.Invoke(value);
}
