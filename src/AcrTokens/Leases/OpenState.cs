namespace AcrTokens;

/// <summary>Describes the state of a token that was not ended.</summary>
internal static class OpenState
{
    public const string Disabled = "was disabled, but could not be deleted";

    /// <param name="expiresOn">When the password expires: null if unknown, MaxValue if never.</param>
    public static string Enabled(DateTimeOffset? expiresOn) =>
        "could not be revoked and is good "
        + expiresOn switch
        {
            null => "until its passwords expire",
            { } never when never == DateTimeOffset.MaxValue => "for ever, since its password has no expiry",
            { } end => $"until {end:u}",
        };
}
