using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Registry;

/// <summary>Digests of the only algorithm that the registry accepts: <c>sha256:…</c>.</summary>
internal static partial class Digest
{
    public static string Of(ReadOnlySpan<byte> content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    public static bool IsWellFormed(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>Computes the digest of the content, and refuses it if it is not the announced one.</summary>
    public static string Check(ReadOnlySpan<byte> content, string? announced)
    {
        var actual = Of(content);
        return actual == announced ? actual : throw RegistryErrors.DigestInvalid(announced);
    }

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex Pattern();
}
