namespace AcrTokens;

/// <summary>The result of a sweep; with <c>WhatIf</c>, what it would have done.</summary>
public sealed record AcrSweepReport
{
    /// <summary>The number of tokens in the registry that it looked at.</summary>
    public required int Listed { get; init; }

    /// <summary>The number of those that a mint provably created and that are over.</summary>
    public required int Selected { get; init; }

    /// <summary>The number of those that were deleted, or no longer existed.</summary>
    public required int Deleted { get; init; }

    /// <summary>
    /// The number of existing tokens (<see cref="AcrTokenMintSettings.Tokens"/>) that were disabled, since all their passwords have expired.
    /// </summary>
    public int Disabled { get; init; }

    /// <summary>The number of tokens that could not be deleted or disabled. Each is logged and left for the next sweep.</summary>
    public required int Failed { get; init; }

    /// <summary>The number of tokens that could not be read. Each is logged, by name if it has one, and left alone.</summary>
    public int Unreadable { get; init; }

    /// <summary>The number of deleted scope maps that mints created and no token uses any more.</summary>
    public required int ScopeMapsDeleted { get; init; }

    /// <summary>The number of such scope maps that could not be deleted. Each is logged and left for the next sweep.</summary>
    public int ScopeMapsFailed { get; init; }

    /// <summary>The number of scope maps that could not be read. Each is logged, by name if it has one, and left alone.</summary>
    public int ScopeMapsUnreadable { get; init; }

    /// <summary>True if the sweep stopped at its maximum and more is left.</summary>
    public required bool Stopped { get; init; }
}
