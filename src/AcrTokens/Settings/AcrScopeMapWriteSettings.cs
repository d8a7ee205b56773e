namespace AcrTokens;

/// <summary>The settings shared by all tasks that change one scope map.</summary>
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
