namespace AcrTokens;

/// <summary>The settings of a task that changes something in Azure.</summary>
public interface IAcrChange
{
    /// <summary>Whether to validate the settings and log each request in one line, instead of sending it. Default: false.</summary>
    bool WhatIf { get; init; }

    /// <summary>Whether to ask on the terminal before anything is sent. Default: false. Without a terminal the task fails.</summary>
    bool Confirm { get; init; }
}
