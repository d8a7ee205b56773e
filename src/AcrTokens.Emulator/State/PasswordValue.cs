using System.Security.Cryptography;

namespace AcrTokens.Emulator.State;

/// <summary>Password values as the service makes them since 2023: 52 characters.</summary>
internal static class PasswordValue
{
    // '=' may stand anywhere, so that whoever takes a value for base64 or forgets to quote it finds out here.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, 52);
}
