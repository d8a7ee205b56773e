namespace AcrTokens;

/// <summary>Settings of <c>AcrTokenMint</c>: a token with one password that expires, for one build.</summary>
/// <example><code>s => s.SetRegistryName("contoso.azurecr.io").SetResourceGroupName("builds").AddRepository("samples/app",
/// AcrPermission.Push)</code></example>
public sealed record AcrTokenMintSettings : AcrSettings, IAcrChange
{
    internal const string DefaultNamePrefix = "acrt";

    internal static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How the token's name begins, before its expiry, the run's id and a random part: a letter, then up to 11 letters, digits and hyphens. Default
    /// <c>acrt</c>.
    /// </summary>
    public string NamePrefix { get; init; } = DefaultNamePrefix;

    /// <summary>How long the password is good, whatever becomes of the build. Default 30 minutes; at least 1.</summary>
    public TimeSpan Lifetime { get; init; } = DefaultLifetime;

    /// <summary>The longest <see cref="Lifetime"/> that is accepted. Default 24 hours.</summary>
    public TimeSpan MaximumLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>What the token may do, by repository; makes a scope map of exactly that, with one more request.</summary>
    public IReadOnlyList<AcrRepositoryScope> Repositories { get; init; } = [];

    /// <summary>A scope map that exists, by name or resource id, instead of <see cref="Repositories"/>.</summary>
    public string? ScopeMap { get; init; }

    /// <summary>
    /// Leave the token in the registry, disabled, when the lease is revoked. Default false: it is deleted, to free its place in the quota.
    /// </summary>
    public bool KeepDisabled { get; init; }

    /// <summary>
    /// Ask the registry's token server after the token was disabled, and fail the revocation where it still takes the password. Where it cannot be
    /// asked within <see cref="AcrClientOptions.RevokeTimeout"/>, that is a warning. Default false. How soon a real registry refuses is not
    /// documented.
    /// </summary>
    public bool RevocationProof { get; init; }

    /// <summary>
    /// Carry the logins and credential helpers that the user has for other registries over to the lease's private docker configuration, for
    /// a tool that needs both: those of <c>DOCKER_AUTH_CONFIG</c>, of docker's configuration, and of <c>containers/auth.json</c> or
    /// <c>REGISTRY_AUTH_FILE</c>. Default false. The user's files are read, never written.
    /// </summary>
    public bool UserDockerConfig { get; init; }

    /// <summary>
    /// Further hosts that the build reaches this registry by, such as <c>contoso.westeurope.geo.azurecr.io</c> or <c>registry.example.com</c>: the
    /// lease's docker configuration logs in to them too. The registry's own login server, and the host that it is named by, need not be named.
    /// Default none.
    /// </summary>
    public IReadOnlyList<string> LoginServers { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>The lease is then over from the start: its password cannot be revealed, and revoking it does nothing.</remarks>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }

    internal override string Task => "AcrTokenMint";

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

        mistakes.AddIf(ScopeMap is null && Repositories is null or [], "the token may do nothing (AddRepository, or SetScopeMap)");
        mistakes.AddIf(ScopeMap is not null && Repositories is { Count: > 0 }, "both repositories and a scope map are set: choose one");
        if (ScopeMap is not null)
            CheckScopeMap(mistakes, ScopeMap);
        AcrScope.CheckAll(Repositories, mistakes, own);
        foreach (var host in mistakes.Present("login servers", LoginServers))
            own.Check(host, mistakes);
    }
}
