using System.Security.Cryptography;
using System.Text.Json;
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

    private const string ManagedIdentity = "ManagedIdentityCredential";
    private const string Authority = AcrCloud.AuthorityHostVariable;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["ClientCertificateCredential"] = "AZURE_CLIENT_CERTIFICATE_PATH",
        ["ClientAssertionCredential"] = "AZURE_FEDERATED_TOKEN_FILE",
    };

    private static readonly Dictionary<string, (string Name, string SignIn)> Tools = new()
    {
        ["AzureCliCredential"] = ("the Azure CLI (az)", EntraErrors.UsualSignIn),
        ["AzurePowerShellCredential"] = ("Azure PowerShell", "Connect-AzAccount"),
        ["AzureDeveloperCliCredential"] = ("the Azure Developer CLI (azd)", "azd auth login"),
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
        ("Managed Identity", ManagedIdentity),
        ("load certificate file", "ClientCertificateCredential"),
        ("Certificate path must be", "ClientCertificateCredential"),
        ("PEM encoded certificates", "ClientCertificateCredential"),
        ("azd auth login", "AzureDeveloperCliCredential"),
        ("az login", "AzureCliCredential"),
        ("Connect-AzAccount", "AzurePowerShellCredential"),
        ("OIDC token not found", "AzurePipelinesCredential"),
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
            return (TellAbsence(failure, sources), sources.Any(t => SignInAbsences.MayPass(t.Failure)));

        var (source, told) = tried[0];
        var rest = tried.Skip(1).Select(t => $" With {t.Source ?? "another credential"}: {Words.Sentence(t.Told.Reason, int.MaxValue)}");
        var first = $"signing in to Azure{(source is null ? "" : $" with {source}")} failed: {Words.Sentence(told.Reason, int.MaxValue)}";
        return ($"{first}{string.Concat(rest)}".TrimEnd('.'), tried.Any(t => t.Told.MayPass));
    }

    // Only the default credential looks at every source; signing in at another one does not help the others.
    private static string TellAbsence(AuthenticationFailedException failure, List<(AuthenticationFailedException Failure, string? Source)> sources)
    {
        var chosen = SignInAbsences.Chosen is { } value ? $"AZURE_TOKEN_CREDENTIALS is '{Words.Line(value)}'" : null;
        if (failure.Message.StartsWith("DefaultAzureCredential", StringComparison.Ordinal))
            return chosen is null ? NothingFound : $"{NothingFound}. {chosen}, and nothing else was looked at";

        var isChosen = sources is [var only] && string.Equals(only.Source, SignInAbsences.Chosen, StringComparison.OrdinalIgnoreCase);
        var absent = sources.Select(t => $"{t.Source ?? "the credential"} ({Words.Phrase(Clean(t.Failure.Message))})");
        return $"no Azure credential was found by {string.Join(" or ", absent)}. {(isChosen ? chosen : "The client was given that credential")}, and "
            + "nothing else was looked at";
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
        var isTool = Tools.TryGetValue(source ?? "", out var tool);
        var signIn = isTool ? tool.SignIn : EntraErrors.UsualSignIn;
        if (tree.Select(e => EntraErrors.Find(e.Message, signIn)).FirstOrDefault(said => said is not null) is { } entra)
            return entra;

        var said = Clean(failure.Message);
        var address = source == ManagedIdentity ? "the managed identity's endpoint" : Authority;
        if (failure.InnerException is TimeoutException)
            return ($"{said}. {NetworkErrors.Check(address)}", true); // BoundedCredential's
        if (NetworkErrors.Explain(failure, "the sign-in's server", address) is { } network)
            return (network, !NetworkErrors.IsUntrusted(failure));
        if (isTool && tree.Any(e => e is JsonException or KeyNotFoundException))
            return ($"{tool.Name} printed no access token", true);
        if (source != ManagedIdentity && tree.Any(IsNoAnswerOfEntra))
            return ($"the sign-in server's answer is not Entra's: a proxy or a firewall may be in between. {NetworkErrors.Check(Authority)}", true);
        if (failure.InnerException is ArgumentException or InvalidOperationException or FormatException)
            return (said, false); // a constructor's
        if (said.Contains("timed out", StringComparison.Ordinal))
            return ($"{NameOf(source)} did not answer in time", true);
        if (said.Contains("JWT cannot be null or empty", StringComparison.Ordinal))
            return ($"the assertion is empty{VariableOf(source)}", false);
        if (failure.InnerException is IOException or UnauthorizedAccessException or InvalidDataException or CryptographicException)
            return ($"{Words.Phrase(Of(said, failure.InnerException.Message))}{VariableOf(source)}", false);
        if (failure is CredentialUnavailableException && Files.ContainsKey(source ?? ""))
            return ($"{Words.Phrase(said)}{VariableOf(source)}", false);
        if (said.Contains("Permission denied", StringComparison.Ordinal))
            return ($"{Words.Phrase(said)}. This user may not use that folder: set AZURE_CONFIG_DIR to one of its own", false);
        return (Of(said, failure.InnerException?.Message) is { Length: > 0 } reason ? reason : $"{NameOf(source)} gave no reason", true);
    }

    private static bool IsNoAnswerOfEntra(Exception exception) =>
        exception is JsonException
        || (
            exception.Message.Contains("OAuth2 server", StringComparison.Ordinal)
            && exception.Message.Contains("could not be parsed", StringComparison.Ordinal)
        );

    // If the environment selects such a source, it also holds the file's name.
    private static string VariableOf(string? source) =>
        source is not null && Files.TryGetValue(source, out var name) && Environment.GetEnvironmentVariable(name) is { Length: > 0 } path
            ? $" ({name} is {Words.Visible(path)})"
            : "";

    // Azure.Identity often repeats the cause in its own message, with other line breaks.
    private static string Of(string said, string? cause)
    {
        var (line, reason) = (Words.Line(said, int.MaxValue), Words.Line(Clean(cause ?? ""), int.MaxValue));
        return line.Contains(reason, StringComparison.Ordinal) ? Words.Line(said)
            : line.Length == 0 ? Words.Line(reason)
            : $"{Words.Phrase(said)}: {Words.Line(reason)}";
    }

    private static string NameOf(string? source) =>
        source is null ? "the credential"
        : Tools.TryGetValue(source, out var tool) ? tool.Name
        : source;

    // The last line of a Python traceback with an exception's name is the reason; advice may follow.
    private static string Clean(string message)
    {
        var said = Preamble().Replace(message, "").Trim();
        if (!said.Contains("Traceback (most recent call last)", StringComparison.Ordinal))
            return said;

        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.LastOrDefault(line => Raised().IsMatch(line)) ?? lines[^1];
    }

    private static string? SourceOf(string message) =>
        Name().Match(message) is { Success: true } match
            ? Idle.Contains(match.Groups["name"].Value)
                ? null
                : match.Groups["name"].Value
            : Sources.FirstOrDefault(s => message.Contains(s.Words, StringComparison.Ordinal)).Source;

    [GeneratedRegex("^[A-Za-z_][\\w.]*: ")]
    private static partial Regex Raised();

    [GeneratedRegex("^(The )?(?<name>\\w+Credential)\\b")]
    private static partial Regex Name();

    [GeneratedRegex(
        "^\\w+Credential (authentication (failed|unavailable)|is not available)[:.]\\s*|Azure (CLI|Developer CLI|PowerShell) authentication failed due to an "
            + "unknown error\\.\\s*|See the troubleshooting guide for more information\\.\\s*(https://aka\\.ms/\\S+)?|ERROR:\\s*|To "
            + "troubleshoot, visit \\S+|\\s*Status: [^\\r\\n]*\\s+Content:[\\s\\S]*"
    )]
    private static partial Regex Preamble();
}
