namespace AcrTokens;

/// <summary>What is said of a token that is not ended.</summary>
internal static class OpenState
{
    public const string Disabled = "was disabled, but could not be deleted";

    /// <param name="expiresOn">From when on its password is of no use: null where nobody knows, the largest time where that never comes.</param>
    public static string Enabled(DateTimeOffset? expiresOn) =>
        "could not be revoked and is good "
        + expiresOn switch
        {
            null => "until its passwords expire",
            { } never when never == DateTimeOffset.MaxValue => "for ever, since its password has no expiry",
            { } end => $"until {end:u}",
        };
}
