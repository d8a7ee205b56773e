namespace AcrTokens.Emulator.State;

/// <summary>A token as it was when it was deleted.</summary>
internal sealed record EndedToken(StoredToken Token, DateTimeOffset EndedAt)
{
    /// <summary>Revoked: disabled first, as at the end of a lease. Swept: deleted once no password worked any more.</summary>
    public TokenEnding Ending =>
        !Token.Enabled ? TokenEnding.Revoked
        : Token.Passwords.Any(password => password.IsUsable(EndedAt)) || Token.Passwords.IsEmpty ? TokenEnding.Deleted
        : TokenEnding.Swept;
}
