namespace AcrTokens.Emulator;

/// <summary>Where an <see cref="EmulatorFault"/> cuts the connection.</summary>
public enum EmulatorDrop
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Before the request is processed: nothing was done.</summary>
    Request,

    /// <summary>After the request was processed: the client cannot know.</summary>
    Answer,

    /// <summary>After the request was processed, in the middle of the response body.</summary>
    HalfAnswer,
}
