using System.Collections.Immutable;

namespace AcrTokens.Emulator.State;

/// <summary>A scope map. Immutable: a change is a copy.</summary>
internal sealed record StoredScopeMap(string Name, DateTimeOffset CreatedAt, ImmutableArray<string> Actions)
{
    public string? Description { get; init; }

    public bool IsSystemDefined { get; init; }

    /// <summary>Rewritten by every change; the service's <c>systemData</c> knows no other date.</summary>
    public DateTimeOffset ChangedAt { get; init; } = CreatedAt;
}
