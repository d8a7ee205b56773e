namespace AcrTokens;

/// <summary>A password that expires later than requested. An earlier expiry is harmless.</summary>
internal static class LateExpiry
{
    // The service stores expiries to the second or better.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>Describes the difference; null if it does not expire later.</summary>
    /// <param name="expiresOn">When it expires; the largest time for never.</param>
    /// <param name="asked">When it should.</param>
    /// <param name="lifetime">How long that is.</param>
    public static string? Describe(DateTimeOffset expiresOn, DateTimeOffset asked, TimeSpan lifetime) =>
        expiresOn == DateTimeOffset.MaxValue ? $"its password has no expiry, though it was asked for {lifetime}."
        : expiresOn > asked + Rounding ? $"its password is good until {expiresOn:u}, longer than {lifetime} as asked."
        : null;
}
