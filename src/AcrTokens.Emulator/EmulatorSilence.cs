namespace AcrTokens.Emulator;

/// <summary>Where an <see cref="EmulatorFault"/> stops answering, with the connection left open.</summary>
public enum EmulatorSilence
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Before the request is looked at: nothing was done.</summary>
    Request,

    /// <summary>After what was asked for is done: the client cannot know.</summary>
    Answer,
}
