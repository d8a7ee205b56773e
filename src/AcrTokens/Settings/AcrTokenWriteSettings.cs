namespace AcrTokens;

/// <summary>The settings shared by all tasks that change one token.</summary>
public abstract record AcrTokenWriteSettings : AcrTokenSettings, IAcrChange
{
    private protected AcrTokenWriteSettings() { }

    /// <inheritdoc/>
    public bool WhatIf { get; init; }

    /// <inheritdoc/>
    public bool Confirm { get; init; }
}
