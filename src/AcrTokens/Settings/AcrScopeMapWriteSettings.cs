namespace AcrTokens;

/// <summary>What every task that changes one named scope map needs to know.</summary>
public abstract record AcrScopeMapWriteSettings : AcrScopeMapSettings, IAcrChange, IAcrNoWait
{
    private protected AcrScopeMapWriteSettings() { }

    /// <inheritdoc/>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }

    /// <inheritdoc/>
    public bool NoWait { get; init; }
}
