using System.Globalization;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace AcrTokens.Execution;

/// <summary>Explains why no response arrived: an untrusted certificate, an unknown host, a timeout. Once, however many retries there were.</summary>
internal static partial class NetworkErrors
{
    private static readonly string HowToTrust = OperatingSystem.IsLinux()
        ? "Name the file or the folder with its issuer's certificate in SSL_CERT_FILE or SSL_CERT_DIR"
        : "Add its issuer's certificate to the machine's store";

    /// <summary>The failure as the rest of a sentence, and what to check; null if it is no network failure.</summary>
    /// <param name="exception">The client's exception.</param>
    /// <param name="who">The server's name in the message.</param>
    /// <param name="address">The setting that holds the server's address.</param>
    public static string? Explain(Exception exception, string who, string address)
    {
        var tree = ExceptionTree.Of(exception).ToList();
        if (Untrusted(tree) is { } certificate)
            return $"{who} shows a certificate that this machine does not trust ({Words.Phrase(certificate)}). {HowToTrust}; behind a proxy that "
                + "opens TLS, that is the proxy's";
        if (tree.OfType<HttpRequestException>().FirstOrDefault(e => e.HttpRequestError == HttpRequestError.NameResolutionError) is { } nameless)
            return $"{who} was not reached, since this machine cannot resolve the name ({Words.Phrase(nameless.Message)}). Check whether it is "
                + $"offline, its DNS, the proxy and {address}";
        if (tree.OfType<TimeoutException>().Any() || tree.Any(IsTimeout))
            return $"{who} did not answer{Within(tree)}. {Check(address)}";
        return tree.OfType<HttpRequestException>().LastOrDefault() is { } broken
            ? $"{who} did not answer ({Words.Phrase(broken.Message)}). {Check(address)}"
            : null;
    }

    /// <summary>The advice for a missing response.</summary>
    public static string Check(string address) => $"Check the network, the proxy and {address}";

    /// <summary>Whether a connection failed because the server's certificate is not trusted. A retry does not help.</summary>
    public static bool IsUntrusted(Exception exception) => Untrusted(ExceptionTree.Of(exception)) is not null;

    // The reason without .NET's wording, which differs between systems.
    private static string? Untrusted(IEnumerable<Exception> tree) =>
        tree.OfType<AuthenticationException>().FirstOrDefault(e => e.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase))
            is { } refused
            ? refused.Message.Split(": ")[^1]
            : null;

    private static bool IsTimeout(Exception exception) => exception is OperationCanceledException && Time().IsMatch(exception.Message);

    private static string Within(IEnumerable<Exception> tree)
    {
        var told = tree.Select(e => Time().Match(e.Message)).FirstOrDefault(m => m.Success)?.Groups["time"].Value.TrimEnd('.');
        var time =
            TimeSpan.TryParse(told, CultureInfo.InvariantCulture, out var span) && told!.Contains(':', StringComparison.Ordinal) ? span.TotalSeconds
            : double.TryParse(told, CultureInfo.InvariantCulture, out var seconds) ? seconds
            : (double?)null;
        return time is null ? " in time" : string.Create(CultureInfo.InvariantCulture, $" within {time:0.#} s");
    }

    // The messages of Azure.Core and HttpClient.
    [GeneratedRegex("(configured timeout|HttpClient\\.Timeout) of (?<time>[0-9:.]+)")]
    private static partial Regex Time();
}
