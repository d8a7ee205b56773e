using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Live;

/// <summary>A token's row on the live page. A token of the same name that is created later has another row.</summary>
internal sealed record LiveToken(string Registry, string Name, DateTimeOffset CreatedAt, bool Enabled)
{
    public required IReadOnlyList<LivePassword> Passwords { get; init; }

    public string? ScopeMap { get; init; }

    /// <summary>What the scope map allows; null if it was deleted.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public TokenEnding? Ending { get; init; }

    public static LiveToken Of(RegistryState registry, StoredToken token) =>
        new(registry.Identity.RegistryName, token.Name, token.CreatedAt, token.Enabled)
        {
            Passwords = [.. token.Passwords.Select(password => new LivePassword(password.Name, password.ExpiresOn))],
            ScopeMap = registry.Identity.NameIn("scopeMaps", token.ScopeMapId),
            Actions = registry.ScopeMapOf(token)?.Actions,
        };

    public static LiveToken Of(RegistryState registry, EndedToken ended) =>
        Of(registry, ended.Token) with
        {
            EndedAt = ended.EndedAt,
            Ending = ended.Ending,
        };
}

/// <summary>A password of a token on the live page. Its value is not known.</summary>
internal sealed record LivePassword(string Name, DateTimeOffset? Expiry);
