namespace AcrTokens.Emulator.State;

/// <summary>A token as it was when it was deleted.</summary>
internal sealed record EndedToken(StoredToken Token, DateTimeOffset EndedAt)
{
    /// <summary>Disabled first, as the end of a lease does; with a password that still worked; or once none worked any more, as a sweep does.</summary>
    public TokenEnding Ending =>
        !Token.Enabled ? TokenEnding.Revoked
        : Token.Passwords.Any(password => password.IsUsable(EndedAt)) || Token.Passwords.IsEmpty ? TokenEnding.Deleted
        : TokenEnding.Swept;
}
