using System.Globalization;
using System.Security.Cryptography;

namespace AcrTokens;

/// <summary>
/// Names of minted tokens: <c>acrt-20261121t063000z-3k9x0m2q7v1c</c>. The registry keeps no tags on a token,
/// so the name itself carries when it expires, and a random part keeps parallel builds apart.
/// </summary>
internal static class AcrTokenName
{
    private const int RandomLength = 12;

    // At most 20 + 1 + 16 + 1 + 12 = 50 characters, the service's limit.
    public static string Create(string prefix, DateTimeOffset expiresOn)
    {
        var expiry = expiresOn.UtcDateTime.ToString("yyyyMMdd't'HHmmss'z'", CultureInfo.InvariantCulture);
        var random = RandomNumberGenerator.GetString("0123456789abcdefghijklmnopqrstuvwxyz", RandomLength);
        return $"{prefix}-{expiry}-{random}";
    }
}
