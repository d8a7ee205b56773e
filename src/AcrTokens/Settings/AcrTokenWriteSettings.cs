namespace AcrTokens;

/// <summary>What every task that changes one named token needs to know.</summary>
public abstract record AcrTokenWriteSettings : AcrTokenSettings, IAcrChange
{
    private protected AcrTokenWriteSettings() { }

    /// <inheritdoc/>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }
}
