using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Identity;

namespace AcrTokens.Execution;

/// <summary>
/// Explains a failed sign-in: each credential source that got further than "not configured", with its failure. Azure.Identity has that in its
/// exception's causes, one for each source, and often in no message that is logged.
/// </summary>
internal static partial class SignInErrors
{
    private const string NothingFound =
        "no Azure credential was found. Sign in (az login), or set AZURE_TENANT_ID, AZURE_CLIENT_ID and a secret, certificate or federated "
        + "token, or give the client a credential";

    private const string Authority = AcrCloud.AuthorityHostVariable;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["ClientCertificateCredential"] = "AZURE_CLIENT_CERTIFICATE_PATH",
        ["ClientAssertionCredential"] = "AZURE_FEDERATED_TOKEN_FILE",
    };

    // Credentials that only delegate to others.
    private static readonly string[] Idle = ["DefaultAzureCredential", "ChainedTokenCredential"];

    // Words that identify the source in a message without its name.
    private static readonly (string Words, string Source)[] Sources =
    [
        ("Azure CLI", "AzureCliCredential"),
        ("Azure PowerShell", "AzurePowerShellCredential"),
        ("PowerShell", "AzurePowerShellCredential"),
        ("Azure Developer CLI", "AzureDeveloperCliCredential"),
        ("Managed Identity", "ManagedIdentityCredential"),
        ("load certificate file", "ClientCertificateCredential"),
    ];

    /// <summary>The explanation as the rest of a sentence, and whether a retry may succeed.</summary>
    public static (string Reason, bool MayPass) Explain(AuthenticationFailedException failure)
    {
        var sources = Tries(failure, null).ToList();
        var tried = sources
            .Where(t => !SignInAbsences.IsAbsence(t.Failure))
            .Select(t => (t.Source, Told: Tell(t.Failure, t.Source)))
            .DistinctBy(t => (t.Source, t.Told.Reason))
            .ToList();
        if (tried.Count == 0)
            return (
                SignInAbsences.Chosen is { } chosen
                    ? $"{NothingFound}. AZURE_TOKEN_CREDENTIALS is '{Words.Line(chosen)}', and nothing else was looked at"
                    : NothingFound,
                sources.Any(t => SignInAbsences.MayPass(t.Failure))
            );

        var (source, told) = tried[0];
        var rest = tried.Skip(1).Select(t => $" With {t.Source ?? "another credential"}: {Words.Sentence(t.Told.Reason, int.MaxValue)}");
        var first = $"signing in to Azure{(source is null ? "" : $" with {source}")} failed: {Words.Sentence(told.Reason, int.MaxValue)}";
        return ($"{first}{string.Concat(rest)}".TrimEnd('.'), tried.Any(t => t.Told.MayPass));
    }

    // One failure for each source.
    private static IEnumerable<(AuthenticationFailedException Failure, string? Source)> Tries(AuthenticationFailedException failure, string? outer)
    {
        var source = SourceOf(failure.Message) ?? outer;
        return failure.InnerException switch
        {
            AuthenticationFailedException inner => Tries(inner, source),
            AggregateException chain when chain.InnerExceptions.All(e => e is AuthenticationFailedException) => chain
                .InnerExceptions.Cast<AuthenticationFailedException>()
                .SelectMany(e => Tries(e, source)),
            _ => [(failure, source)],
        };
    }

    private static (string Reason, bool MayPass) Tell(AuthenticationFailedException failure, string? source)
    {
        var tree = ExceptionTree.Of(failure).ToList();
        if (tree.Select(e => EntraErrors.Find(e.Message)).FirstOrDefault(said => said is not null) is { } entra)
            return entra;

        var said = Clean(failure.Message);
        if (failure.InnerException is TimeoutException)
            return ($"{said}. {NetworkErrors.Check(Authority)}", true); // BoundedCredential's
        if (NetworkErrors.Explain(failure, "the sign-in's server", Authority) is { } network)
            return (network, !NetworkErrors.IsUntrusted(failure));
        if (
            tree.Any(e =>
                e.Message.Contains("OAuth2 server", StringComparison.Ordinal) && e.Message.Contains("could not be parsed", StringComparison.Ordinal)
            )
        )
            return ($"the sign-in server's answer is not Entra's: a proxy or a firewall may be in between. {NetworkErrors.Check(Authority)}", true);
        if (failure.InnerException is ArgumentException or InvalidOperationException or FormatException)
            return (said, false); // a constructor's
        if (said.Contains("timed out", StringComparison.Ordinal))
            return ($"{Tool(source)} did not answer in time", true);
        if (failure.InnerException is IOException or UnauthorizedAccessException or InvalidDataException or CryptographicException)
            return ($"{Words.Phrase(Of(said, failure.InnerException.Message))}{VariableOf(source)}", false);
        if (said.Contains("Permission denied", StringComparison.Ordinal))
            return ($"{Words.Phrase(said)}. This user may not use that folder: set AZURE_CONFIG_DIR to one of its own", false);
        return (Of(said, failure.InnerException?.Message) is { Length: > 0 } reason ? reason : $"{Tool(source)} gave no reason", true);
    }

    // If the environment selects such a source, it also holds the file's name.
    private static string VariableOf(string? source) =>
        source is not null && Files.TryGetValue(source, out var name) && Environment.GetEnvironmentVariable(name) is { Length: > 0 } path
            ? $" ({name} is {Words.Visible(path)})"
            : "";

    private static string Of(string said, string? cause) =>
        cause is null || said.Contains(cause, StringComparison.Ordinal) ? Words.Line(said)
        : said.Length == 0 ? Words.Line(cause)
        : $"{Words.Phrase(said)}: {Words.Line(cause)}";

    private static string Tool(string? source) =>
        source switch
        {
            "AzureCliCredential" => "the Azure CLI (az)",
            "AzurePowerShellCredential" => "Azure PowerShell",
            "AzureDeveloperCliCredential" => "the Azure Developer CLI (azd)",
            null => "the credential",
            _ => source,
        };

    // The last line of a Python traceback is the reason.
    private static string Clean(string message)
    {
        var said = Preamble().Replace(message, "").Trim();
        return said.Contains("Traceback (most recent call last)", StringComparison.Ordinal) ? said.Split('\n')[^1].Trim() : said;
    }

    private static string? SourceOf(string message) =>
        Name().Match(message) is { Success: true } match
            ? Idle.Contains(match.Groups["name"].Value)
                ? null
                : match.Groups["name"].Value
            : Sources.FirstOrDefault(s => message.Contains(s.Words, StringComparison.Ordinal)).Source;

    [GeneratedRegex("^(The )?(?<name>\\w+Credential)\\b")]
    private static partial Regex Name();

    [GeneratedRegex(
        "^\\w+Credential authentication (failed|unavailable)[:.]\\s*|Azure (CLI|Developer CLI|PowerShell) authentication failed due to an "
            + "unknown error\\.\\s*|See the troubleshooting guide for more information\\.\\s*(https://aka\\.ms/\\S+)?|ERROR:\\s*|To "
            + "troubleshoot, visit \\S+"
    )]
    private static partial Regex Preamble();
}
