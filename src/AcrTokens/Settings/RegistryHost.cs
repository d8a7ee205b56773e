using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace AcrTokens;

/// <summary>Normalizes a registry's host as a build author writes it, for comparisons.</summary>
internal static partial class RegistryHost
{
    private static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>
    /// The host, and the port if it has one, in lower case. Removes a scheme, a trailing slash or full stop, and the port 443, except on this
    /// machine, where an emulator's login server always has a port. Null if it is no host, as with a path, a user or blanks.
    /// </summary>
    public static string? TryParse(string? text)
    {
        var bare = WithoutScheme(text ?? "");
        if (bare.EndsWith('/'))
            bare = bare[..^1];

        var match = Form().Match(bare);
        if (!match.Success || match.Groups["host"].Value is not { Length: <= 253 } host)
            return null;

        var port = match.Groups["port"].Value;
        if (
            (host.StartsWith('[') && !IsIPv6(host[1..^1]))
            || (port.Length > 0 && int.Parse(port, CultureInfo.InvariantCulture) is 0 or > ushort.MaxValue)
        )
            return null;

        return (port.Length == 0 || IsDefault(host, port) ? host : $"{host}:{port}").ToLowerInvariant();
    }

    /// <summary>Whether two texts are the same host or the same text.</summary>
    public static bool AreSame(string? one, string? other) => string.Equals(TryParse(one) ?? one, TryParse(other) ?? other, StringComparison.Ordinal);

    private static string WithoutScheme(string text) =>
        Schemes.FirstOrDefault(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme ? text[scheme.Length..] : text;

    private static bool IsDefault(string host, string port) =>
        int.Parse(port, CultureInfo.InvariantCulture) == 443
        && host.AsSpan().ContainsAny('.', ':')
        && !AcrNames.LoopbackLoginServer().IsMatch($"{host}:{port}");

    private static bool IsIPv6(string address) => IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6;

    [GeneratedRegex(
        "^(?<host>[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*|\\[[0-9a-f:.]+\\])\\.?(:(?<port>[0-9]{1,5}))?\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Form();
}
