namespace AcrTokens;

/// <summary>
/// A sign-in with a short-lived assertion of the CI host. It gets access tokens only while the assertion is valid. The last one is then valid for
/// about an hour, so the job cannot revoke a lease that lives longer.
/// </summary>
/// <param name="Kind">The assertion and its lifetime, as part of a sentence.</param>
internal sealed record FederatedSignIn(string Kind)
{
    /// <summary>The approximate lifetime of Resource Manager's access tokens.</summary>
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(60);

    private static readonly (string Variable, string Kind)[] Signs =
    [
        ("ACTIONS_ID_TOKEN_REQUEST_URL", "GitHub Actions' id token, which lives about 5 minutes"),
        ("SYSTEM_OIDCREQUESTURI", "Azure Pipelines' id token, which lives about 10 minutes"),
        ("AZURE_FEDERATED_TOKEN_FILE", "the assertion in AZURE_FEDERATED_TOKEN_FILE, which lives a few minutes unless the host renews it"),
    ];

    /// <summary>Detects it by the variables that CI hosts set; null if there is none.</summary>
    public static FederatedSignIn? Detect(Func<string, string?>? variable = null)
    {
        var read = variable ?? Environment.GetEnvironmentVariable;
        return Signs.Where(s => read(s.Variable) is { Length: > 0 }).Select(s => new FederatedSignIn(s.Kind)).FirstOrDefault();
    }

    /// <summary>The warning for a lease of that lifetime; null if the sign-in outlives it.</summary>
    public string? WarningFor(TimeSpan lifetime) =>
        lifetime > AccessTokenLifetime
            ? $"A lease of {lifetime} may outlive the sign-in: that is by {Kind}, and Resource Manager's access token lives about 60. "
                + "Sign in again before the revocation, revoke in a job of its own (AcrTokenRevoke), or mint for an hour at most."
            : null;
}
