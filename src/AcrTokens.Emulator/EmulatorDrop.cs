namespace AcrTokens.Emulator;

/// <summary>Where an <see cref="EmulatorFault"/> cuts the connection.</summary>
public enum EmulatorDrop
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Before the request is looked at: nothing was done.</summary>
    Request,

    /// <summary>After what was asked for is done: the client cannot know.</summary>
    Answer,

    /// <summary>After what was asked for is done, in the middle of the answer's body.</summary>
    HalfAnswer,
}
