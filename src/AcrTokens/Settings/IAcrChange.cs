namespace AcrTokens;

/// <summary>Settings of a task that changes something at the service.</summary>
public interface IAcrChange
{
    /// <summary>Check the settings, say in one line a request what would be sent, and send nothing. Default false.</summary>
    bool WhatIf { get; init; }

    /// <summary>Ask on the terminal before anything is sent. Default false. Where there is no terminal to ask on, the task is refused.</summary>
    bool Confirm { get; init; }
}
