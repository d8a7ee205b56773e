namespace AcrTokens;

/// <summary>The settings shared by creating and updating a token.</summary>
public abstract record AcrTokenChangeSettings : AcrTokenWriteSettings, IAcrNoWait
{
    private const int MaximumCredentials = 2;

    private protected AcrTokenChangeSettings() { }

    /// <summary>
    /// The scope map, which holds the token's permissions: its resource id, or its name in the same registry, such as <c>_repositories_pull</c>.
    /// Required for a create; an update that does not set it keeps the current one.
    /// </summary>
    public string? ScopeMap { get; init; }

    /// <summary>
    /// Whether the token may log in. Not sent unless set: the service then enables a created token, and leaves an updated one as it is.
    /// </summary>
    public AcrTokenStatus? Status { get; init; }

    /// <summary>
    /// The passwords to keep; all others are removed, so an empty list removes both. Default: null, which is not sent, so that an update keeps them.
    /// A new token has none to keep: <c>AcrTokenCredentialGenerate</c> generates them.
    /// </summary>
    public IReadOnlyList<AcrTokenPassword>? Passwords { get; init; }

    /// <summary>
    /// The certificates that replace the token's current ones; at most two. Default: null, which is not sent, so that an update keeps them.
    /// </summary>
    public IReadOnlyList<AcrTokenCertificate>? Certificates { get; init; }

    /// <inheritdoc/>
    public bool NoWait { get; init; }

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);

        if (ScopeMap is not null)
            CheckScopeMap(mistakes, ScopeMap);
        var certificates = mistakes.Present("certificates", Certificates ?? []);
        CheckNames(mistakes, "password", mistakes.Present("passwords", Passwords ?? []).Select(p => p.Name.ToString()));
        CheckNames(mistakes, "certificate", certificates.Select(c => c.Name.ToString()));
        foreach (var certificate in certificates)
            mistakes.AddIf(string.IsNullOrEmpty(certificate.EncodedPemCertificate), $"certificate '{certificate.Name}' has no EncodedPemCertificate");
    }

    private static void CheckNames(Mistakes mistakes, string kind, IEnumerable<string> names)
    {
        var all = names.ToList();
        mistakes.AddIf(all.Count > MaximumCredentials, $"a token has at most two {kind}s, not {all.Count}");
        foreach (var twice in all.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            mistakes.Add($"{kind} '{twice.Key}' is named more than once");
    }
}
