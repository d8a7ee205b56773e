namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenCreate</c>, the counterpart of New-AzContainerRegistryToken. A new token has no password yet.</summary>
/// <example><code>s =>
/// s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").SetName("nightly").SetScopeMap("_repositories_pull")</code></example>
public sealed record AcrTokenCreateSettings : AcrTokenChangeSettings
{
    /// <summary>
    /// Whether to replace a token of that name, which removes all passwords except those in <see cref="AcrTokenChangeSettings.Passwords"/>. Default:
    /// false. The task then checks first, with one more request, and fails if the token exists.
    /// </summary>
    public bool Overwrite { get; init; }

    internal override string Task => "AcrTokenCreate";

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        mistakes.AddIf(ScopeMap is null, "no scope map is named (SetScopeMap)");
        mistakes.AddIf(
            !Overwrite && Passwords?.Count > 0,
            "a new token has no passwords to keep: generate them afterwards "
                + "(AcrTokenCredentialGenerate), or use EnableOverwrite to keep those of an existing token"
        );
    }
}
