using Azure.Identity;

namespace AcrTokens.Execution;

/// <summary>
/// Azure.Identity's messages for a credential source that is absent: not configured, not installed, not signed in, no endpoint on this machine. Any
/// other message means that the source was tried and failed.
/// </summary>
internal static class SignInAbsences
{
    // The messages of Azure.Identity 1.21 and its dependencies.
    private static readonly string[] Phrases =
    [
        "Environment variables are not fully configured",
        "workload options are not fully configured",
        "No Managed Identity endpoint found",
        "No response received from the managed identity endpoint",
        "request to the managed identity endpoint timed out",
        "request failed due to a gateway error",
        "Managed Identity response was not in the expected format", // from a proxy that answers in place of the endpoint
        "All Managed Identity sources are unavailable",
        "Visual Studio Token provider",
        "No installed instance of Visual Studio",
        "Can't find the Local Application Data folder",
        "ADFS tenant/authorities are not supported",
        "the Azure.Identity.Broker package",
        "failed to silently authenticate via the broker",
        "No accounts were found in the cache",
        "Please run 'az login'",
        "Azure CLI not installed",
        "PowerShell is not installed",
        "Az.Accounts module",
        "Run Connect-AzAccount",
        "Please run 'Connect-AzAccount'",
        "PowerShell Legacy is only supported",
        "Azure Developer CLI could not be found",
        "Please run 'azd auth login'",
        "https://aka.ms/azure-dev for installation",
        "so that following missing system variable(s) can be defined", // outside Azure Pipelines
    ];

    // On a machine with a managed identity, the endpoint may only be away for now.
    private static readonly string[] Silence =
    [
        "No response received from the managed identity endpoint",
        "request to the managed identity endpoint timed out",
        "request failed due to a gateway error",
    ];

    /// <summary>Whether a retry may find the source.</summary>
    public static bool MayPass(AuthenticationFailedException absence) => Silence.Any(phrase => Says(absence, phrase));

    // Of Azure.Identity's message for a tool that failed. The tool's own text follows, and may contain any of the phrases.
    private const string ToolFailed = "due to an unknown error";

    // Azure's machines answer so if they have no identity.
    private const string NotAssigned = "has not been assigned to this resource";

    /// <summary>The credential that the environment selects for the default credential; null if it selects none.</summary>
    public static string? Chosen => Environment.GetEnvironmentVariable("AZURE_TOKEN_CREDENTIALS") is { Length: > 0 } chosen ? chosen : null;

    public static bool IsAbsence(AuthenticationFailedException failure) =>
        failure is CredentialUnavailableException
        && !Says(failure, ToolFailed)
        && EntraErrors.Find(failure.Message) is null
        && (Phrases.Any(phrase => Says(failure, phrase)) || (Says(failure, NotAssigned) && !NamesIdentity));

    private static bool Says(AuthenticationFailedException failure, string phrase) =>
        failure.Message.Contains(phrase, StringComparison.OrdinalIgnoreCase);

    private static bool NamesIdentity => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AZURE_CLIENT_ID"));
}
