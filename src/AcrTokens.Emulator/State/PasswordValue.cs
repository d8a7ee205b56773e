using System.Security.Cryptography;

namespace AcrTokens.Emulator.State;

/// <summary>Password values as the service has generated them since 2023: 52 characters.</summary>
internal static class PasswordValue
{
    // '=' can occur anywhere, so that code that treats a value as base64 or forgets to quote it fails here.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, 52);
}
