namespace AcrTokens.Execution;

/// <summary>
/// The properties that a create or update of a scope map sends. Null properties are not sent, and an update leaves them as they are.
/// </summary>
public sealed record AcrScopeMapChanges
{
    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>All actions to permit.</summary>
    public IReadOnlyList<string>? Actions { get; init; }
}
