namespace AcrTokens.Emulator.State;

/// <summary>How a token came to its end.</summary>
internal enum TokenEnding
{
    Revoked,
    Deleted,
    Swept,
}
