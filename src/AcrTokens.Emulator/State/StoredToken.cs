using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.State;

/// <summary>A repository-scoped token. Immutable: a change is a copy.</summary>
internal sealed record StoredToken(string Name, string ScopeMapId, DateTimeOffset CreatedAt)
{
    /// <summary>The time of the last change. The service's <c>systemData</c> has no other date.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the token stops being <c>Creating</c>.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    public bool Enabled { get; init; } = true;

    public ImmutableArray<StoredPassword> Passwords { get; init; } = [];

    /// <summary>The certificates, kept as they were sent. The emulator does not interpret them.</summary>
    public JsonArray? Certificates { get; init; }

    public bool IsCreating(DateTimeOffset now) => now < ActiveFrom;

    public StoredToken WithPassword(StoredPassword password) =>
        this with
        {
            Passwords = [.. Passwords.Where(p => p.Name != password.Name).Append(password).OrderBy(p => p.Name, StringComparer.Ordinal)],
        };

    public StoredToken KeepingPasswords(IReadOnlySet<string> names) => this with { Passwords = [.. Passwords.Where(p => names.Contains(p.Name))] };

    public EmulatorToken Look(string registryName, DateTimeOffset now)
    {
        var neverExpires = Passwords.Any(p => p.ExpiresOn is null);
        return new EmulatorToken(
            Name,
            Enabled,
            Passwords.Any(p => p.IsUsable(now)),
            neverExpires ? null : Passwords.Max(p => p.ExpiresOn),
            registryName
        );
    }
}
