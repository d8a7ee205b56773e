using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AcrTokens.Emulator.Registry;

/// <summary>Digests of the only algorithm that the registry accepts: <c>sha256:…</c>.</summary>
internal static partial class Digest
{
    private const string Algorithm = "sha256:";

    public static string Of(ReadOnlySpan<byte> content) => Algorithm + Hex(SHA256.HashData(content));

    /// <summary>The digest of everything hashed so far.</summary>
    public static string Of(IncrementalHash hash) => Algorithm + Hex(hash.GetCurrentHash());

    public static bool IsWellFormed(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>Returns a digest that a client sent, or refuses it: one of another algorithm with its own words.</summary>
    public static string Read(string? text) =>
        IsWellFormed(text) ? text!
        : text?.Split(':') is [{ Length: > 0 } algorithm, _] && algorithm + ":" != Algorithm ? throw RegistryErrors.DigestUnsupported(text, algorithm)
        : throw RegistryErrors.DigestInvalid(text);

    // Convert.ToHexStringLower came with .NET 9.
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "A digest is in lower case.")]
    private static string Hex(byte[] hash) => Convert.ToHexString(hash).ToLowerInvariant();

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex Pattern();
}
