namespace AcrTokens.Execution;

/// <summary>What a create or an update of a scope map sends. What is null is not sent, and in an update stays as it is.</summary>
public sealed record AcrScopeMapChanges
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>All that it is to permit.</summary>
    public IReadOnlyList<string>? Actions { get; init; }
}
