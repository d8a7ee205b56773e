namespace AcrTokens;

/// <summary>The CI host that a build runs on.</summary>
/// <param name="Kind">Which.</param>
/// <param name="RunId">Tells this run from every other of the same host; null where the host does not say.</param>
internal sealed record CiHost(CiHostKind Kind, string? RunId)
{
    /// <summary>Whether a GitLab runner was set up with <c>proxy_exec = true</c>. Default false.</summary>
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

    /// <summary>The message in the form in which the host shows it as an error beside the build; unchanged on other hosts and outside CI.</summary>
    public static string ErrorLine(CiHost? host, string message) => host?.Kind.Issue("error", message) ?? message;

    /// <summary>The same as a warning.</summary>
    public static string WarningLine(CiHost? host, string message) => host?.Kind.Issue("warning", message) ?? message;

    /// <summary>The line that makes the host hide a value from then on; null where it takes none.</summary>
    public string? MaskLine(string value) => Kind.NeedsProxyExec && !HasProxyExec ? null : Kind.Mask?.Invoke(value);
}
