namespace AcrTokens.Emulator;

/// <summary>Where an <see cref="EmulatorFault"/> stops responding and leaves the connection open.</summary>
public enum EmulatorSilence
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Before the request is processed: nothing was done.</summary>
    Request,

    /// <summary>After the request was processed: the client cannot know.</summary>
    Answer,
}
