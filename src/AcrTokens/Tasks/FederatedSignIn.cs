namespace AcrTokens;

/// <summary>
/// A sign-in by a short-lived assertion of the CI host. It gets access tokens only while the assertion lives; the last of them is
/// then good for about an hour, and a lease that lives longer cannot be revoked by that job.
/// </summary>
/// <param name="Kind">Whose assertion, and how long it lives, as a sentence says it.</param>
internal sealed record FederatedSignIn(string Kind)
{
    /// <summary>How long Resource Manager's access tokens are good, about.</summary>
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(60);

    private static readonly (string Variable, string Kind)[] Signs =
    [
        ("ACTIONS_ID_TOKEN_REQUEST_URL", "GitHub Actions' id token, which lives about 5 minutes"),
        ("SYSTEM_OIDCREQUESTURI", "Azure Pipelines' id token, which lives about 10 minutes"),
        ("AZURE_FEDERATED_TOKEN_FILE", "the assertion in AZURE_FEDERATED_TOKEN_FILE, which lives a few minutes unless the host renews it"),
    ];

    /// <summary>That of this process, by the variables that hosts set; null where none shows.</summary>
    public static FederatedSignIn? Detect(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        return Signs.Where(s => read(s.Variable) is { Length: > 0 }).Select(s => new FederatedSignIn(s.Kind)).FirstOrDefault();
    }

    /// <summary>What to say of a lease of that lifetime; null where the sign-in outlives it.</summary>
    public string? WarningFor(TimeSpan lifetime) =>
        lifetime > AccessTokenLifetime
            ? $"A lease of {lifetime} may outlive the sign-in: that is by {Kind}, and Resource Manager's access token lives about 60. "
                + "Sign in again before the revocation, revoke in a job of its own (AcrTokenRevoke), or mint for an hour at most."
            : null;
}
