namespace AcrTokens;

/// <summary>
/// Settings of <c>AcrTokenMint</c> and <c>AcrTokenPrepare</c>: a token with one password that expires, for one build.
/// </summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").AddRepository("samples/app",
/// AcrPermission.Push)</code></example>
public sealed record AcrTokenMintSettings : AcrSettings, IAcrChange
{
    internal const string DefaultNamePrefix = "acrt";

    internal static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The prefix of the token's name, before its expiry, the run's id and a random part: a letter, then up to 11 letters, digits and hyphens.
    /// Default: <c>acrt</c>.
    /// </summary>
    public string NamePrefix { get; init; } = DefaultNamePrefix;

    /// <summary>How long the password is valid, whatever happens to the build. Default: 30 minutes; at least 1.</summary>
    public TimeSpan Lifetime { get; init; } = DefaultLifetime;

    /// <summary>The maximum <see cref="Lifetime"/>. Default: 24 hours.</summary>
    public TimeSpan MaximumLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long after <c>AcrTokenPrepare</c> the password can be generated. The token's name carries the latest end that it can have: this and
    /// <see cref="Lifetime"/> from now. A mint ignores it. Default: 2 hours; at least 1 minute.
    /// </summary>
    public TimeSpan PreparedFor { get; init; } = TimeSpan.FromHours(2);

    /// <summary>
    /// How long after the mint the password can still be valid, if it is renewed in time, for as long as the lease is open: see
    /// <see cref="AcrTokenLease.RenewAsync"/>. Longer than <see cref="Lifetime"/>. Default: null, no renewal but by <c>Renew</c>.
    /// </summary>
    public TimeSpan? AutoRenew { get; init; }

    /// <summary>The token's permissions by repository. Creates a scope map of exactly these, with one more request.</summary>
    public IReadOnlyList<AcrRepositoryScope> Repositories { get; init; } = [];

    /// <summary>An existing scope map, by name or resource id, instead of <see cref="Repositories"/>.</summary>
    public string? ScopeMap { get; init; }

    /// <summary>
    /// Existing tokens, by name. The mint generates one free password of one of them, with an expiry, and enables the token. The revocation removes
    /// that password, and disables the token unless somebody else uses it. A token serves two builds at a time. For registries with a delete lock,
    /// and for principals that may not create tokens. Its permissions are its own scope map's. Default: none, a new token.
    /// </summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>How long to wait for a free password of <see cref="Tokens"/>. Default: zero, the mint fails if there is none.</summary>
    public TimeSpan TokenWait { get; init; }

    /// <summary>
    /// How long to wait until the registry accepts the password; after that the mint fails. A password that replaces another takes up to a minute to
    /// work everywhere, says Azure's documentation. Default: zero, no login is tried.
    /// </summary>
    public TimeSpan LoginWait { get; init; }

    /// <summary>
    /// Whether a revocation keeps the token in the registry, disabled. Default: false, which deletes it to free its place in the quota.
    /// </summary>
    public bool KeepDisabled { get; init; }

    /// <summary>
    /// Whether to log in after the token was disabled, and to fail the revocation if the registry still accepts the password. If the login cannot be
    /// tried within <see cref="AcrClientOptions.RevokeTimeout"/>, a warning is logged. Default: false. How soon a real registry refuses is not
    /// documented.
    /// </summary>
    public bool RevocationProof { get; init; }

    /// <summary>
    /// Whether to copy the user's logins and credential helpers for other registries into the lease's private docker configuration, for tools that
    /// need both. Reads <c>DOCKER_AUTH_CONFIG</c>, docker's configuration, and <c>containers/auth.json</c> or <c>REGISTRY_AUTH_FILE</c>. Default:
    /// false. The user's files are never written.
    /// </summary>
    public bool UserDockerConfig { get; init; }

    /// <summary>
    /// Further hosts of this registry that the build uses, such as <c>contoso.westeurope.geo.azurecr.io</c> or <c>registry.example.com</c>. The
    /// lease's docker configuration has a login for them too. The registry's login server and the host in its settings are always included. Default:
    /// none.
    /// </summary>
    public IReadOnlyList<string> LoginServers { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>The lease has then ended from the start: its password cannot be revealed, and revoking it does nothing.</remarks>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }

    internal bool IsOnExisting => Tokens is { Count: > 0 };

    /// <summary>Whether they are a preparation's.</summary>
    internal bool Ahead { get; init; }

    /// <summary>The longest time that the token can be in use.</summary>
    internal TimeSpan LongestLife => AutoRenew > Lifetime ? AutoRenew.Value : Lifetime;

    internal override string Task => Ahead ? "AcrTokenPrepare" : "AcrTokenMint";

    internal override IEnumerable<string> FurtherHosts => LoginServers ?? [];

    internal override IEnumerable<AcrScope?> AllScopes => Repositories ?? [];

    internal override void Check(Mistakes mistakes, DateTimeOffset now)
    {
        base.Check(mistakes, now);
        var own = OwnHosts;

        mistakes.AddIf(!AcrNames.Prefix().IsMatch(NamePrefix ?? ""), $"'{NamePrefix}' cannot begin a token's name ({AcrNames.PrefixRule})");
        mistakes.AddIf(Lifetime < TimeSpan.FromMinutes(1), $"lifetime {Lifetime} is shorter than a minute");
        mistakes.AddIf(Lifetime > MaximumLifetime, $"lifetime {Lifetime} is longer than {MaximumLifetime} (raise it with SetMaximumLifetime)");
        mistakes.AddIfEndless("lifetime", Lifetime, now);
        mistakes.AddIfEndless("the renewals' maximum", AutoRenew, now);
        mistakes.AddIf(
            Ahead && Lifetime > TimeSpan.Zero && PreparedFor > DateTimeOffset.MaxValue - now - Lifetime,
            $"preparation {PreparedFor} and lifetime {Lifetime} are more than the calendar holds"
        );
        mistakes.AddIf(
            AutoRenew <= Lifetime,
            $"renewals up to {AutoRenew} after the mint are none, since the lifetime is {Lifetime} (EnableAutoRenew, SetLifetime)"
        );
        mistakes.AddIf(
            AutoRenew > MaximumLifetime,
            $"renewals up to {AutoRenew} after the mint are longer than {MaximumLifetime} (raise it with SetMaximumLifetime)"
        );
        mistakes.AddIf(PreparedFor < TimeSpan.FromMinutes(1), $"preparation {PreparedFor} is shorter than a minute");
        mistakes.AddIf(
            PreparedFor > MaximumLifetime,
            $"preparation {PreparedFor} is longer than {MaximumLifetime} (raise it with SetMaximumLifetime)"
        );

        CheckTokens(mistakes, now);
        mistakes.AddIf(!IsOnExisting && ScopeMap is null && Repositories is null or [], "the token may do nothing (AddRepository, or SetScopeMap)");
        mistakes.AddIf(ScopeMap is not null && Repositories is { Count: > 0 }, "both repositories and a scope map are set: choose one");
        if (ScopeMap is not null)
            CheckScopeMap(mistakes, ScopeMap);
        AcrScope.CheckAll(Repositories, mistakes, own);
        foreach (var host in mistakes.Present("login servers", LoginServers))
            own.Check(host, mistakes);
    }

    private void CheckTokens(Mistakes mistakes, DateTimeOffset now)
    {
        foreach (var token in mistakes.Present("tokens", Tokens))
            CheckToken(mistakes, token);
        mistakes.AddIf(
            IsOnExisting && (ScopeMap is not null || Repositories is { Count: > 0 }),
            "an existing token has its own permissions: leave out AddRepository and SetScopeMap, or SetToken"
        );
        mistakes.AddIf(IsOnExisting && Ahead, "an existing token needs no preparation: mint it (AcrTokenMint)");
        mistakes.AddIf(TokenWait < TimeSpan.Zero, $"wait for a token {TokenWait} is negative");
        mistakes.AddIf(LoginWait < TimeSpan.Zero, $"wait for a login {LoginWait} is negative");
        mistakes.AddIfEndless("wait for a token", TokenWait, now);
        mistakes.AddIfEndless("wait for a login", LoginWait, now);
    }
}
