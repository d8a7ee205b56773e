namespace AcrTokens;

/// <summary>What a sweep did; with <c>WhatIf</c>, what it would have done.</summary>
public sealed record AcrSweepReport
{
    /// <summary>How many tokens of the registry it looked at, anybody's.</summary>
    public required int Listed { get; init; }

    /// <summary>How many of them are provably its own and over.</summary>
    public required int Selected { get; init; }

    /// <summary>How many of those were deleted, or were gone already.</summary>
    public required int Deleted { get; init; }

    /// <summary>How many of those could not be deleted; each is told in the log, and left for the next sweep.</summary>
    public required int Failed { get; init; }

    /// <summary>How many tokens could not be read; each is told in the log, by its name where it has one, and left alone.</summary>
    public int Unreadable { get; init; }

    /// <summary>How many scope maps that mints made, and no token uses any more, were deleted.</summary>
    public required int ScopeMapsDeleted { get; init; }

    /// <summary>How many of those scope maps could not be deleted; each is told in the log, and left for the next sweep.</summary>
    public int ScopeMapsFailed { get; init; }

    /// <summary>How many scope maps could not be read; each is told in the log, by its name where it has one, and left alone.</summary>
    public int ScopeMapsUnreadable { get; init; }

    /// <summary>True when it stopped at its maximum, and there is more to sweep.</summary>
    public required bool Stopped { get; init; }
}
