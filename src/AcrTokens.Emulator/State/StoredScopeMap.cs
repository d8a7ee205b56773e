using System.Collections.Immutable;

namespace AcrTokens.Emulator.State;

/// <summary>A scope map. Immutable: a change is a copy.</summary>
internal sealed record StoredScopeMap(string Name, DateTimeOffset CreatedAt, ImmutableArray<string> Actions)
{
    public string? Description { get; init; }

    public bool IsSystemDefined { get; init; }

    /// <summary>The time of the last change. The service's <c>systemData</c> has no other date.</summary>
    public DateTimeOffset ChangedAt { get; init; } = CreatedAt;
}
