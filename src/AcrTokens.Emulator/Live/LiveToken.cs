using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Live;

/// <summary>A token's row on the live page. A token of the same name that is created later has another row.</summary>
internal sealed record LiveToken(string Registry, string Name, DateTimeOffset CreatedAt, bool Enabled)
{
    public required IReadOnlyList<LivePassword> Passwords { get; init; }

    /// <summary>The scope map's name; null if it was deleted.</summary>
    public string? ScopeMap { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public TokenEnding? Ending { get; init; }

    public static LiveToken Of(RegistryState registry, StoredToken token)
    {
        var scopeMap = registry.Identity.NameIn("scopeMaps", token.ScopeMapId);
        return new LiveToken(registry.Identity.RegistryName, token.Name, token.CreatedAt, token.Enabled)
        {
            Passwords = [.. token.Passwords.Select(password => new LivePassword(password.Name, password.ExpiresOn))],
            ScopeMap = scopeMap,
            Actions = scopeMap is not null && registry.ScopeMaps.TryFind(scopeMap, out var found) ? found.Actions : null,
        };
    }

    public static LiveToken Of(RegistryState registry, EndedToken ended) =>
        Of(registry, ended.Token) with
        {
            EndedAt = ended.EndedAt,
            Ending = ended.Ending,
        };
}

/// <summary>A password of a token on the live page. Its value is not known.</summary>
internal sealed record LivePassword(string Name, DateTimeOffset? Expiry);
