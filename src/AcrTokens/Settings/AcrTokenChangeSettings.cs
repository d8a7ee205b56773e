namespace AcrTokens;

/// <summary>What a create and an update of a token may set.</summary>
public abstract record AcrTokenChangeSettings : AcrTokenWriteSettings, IAcrNoWait
{
    private const int MaximumCredentials = 2;

    private protected AcrTokenChangeSettings() { }

    /// <summary>
    /// The scope map that says what the token may do: its resource id, or its name in the same registry, such as <c>_repositories_pull</c>. Required
    /// when creating; an update that does not set it leaves it alone.
    /// </summary>
    public string? ScopeMap { get; init; }

    /// <summary>
    /// Whether the token may log in. Not sent unless set: a created token is then enabled by the service, an updated one stays as it is.
    /// </summary>
    public AcrTokenStatus? Status { get; init; }

    /// <summary>
    /// The passwords to keep: the token's others are removed, and an empty list removes both. Default null: not sent, so that
    /// an update leaves them alone. A new token has none to keep; <c>AcrTokenCredentialGenerate</c> makes them.
    /// </summary>
    public IReadOnlyList<AcrTokenPassword>? Passwords { get; init; }

    /// <summary>
    /// The certificates that the token may log in with, instead of those that it has; at most two. Default null: not sent, so
    /// that an update leaves them alone.
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
