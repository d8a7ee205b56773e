using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Registry;

/// <summary>Content addresses of the only algorithm that the registry takes: <c>sha256:…</c>.</summary>
internal static partial class Digest
{
    public static string Of(ReadOnlySpan<byte> content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    public static bool IsWellFormed(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>The digest of the content, which must be the one that was announced.</summary>
    public static string Check(ReadOnlySpan<byte> content, string? announced)
    {
        var actual = Of(content);
        return actual == announced ? actual : throw RegistryErrors.DigestInvalid(announced);
    }

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex Pattern();
}
