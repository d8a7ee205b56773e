using Azure.Identity;

namespace AcrTokens.Execution;

/// <summary>
/// What Azure.Identity says of a source of credentials that is not there at all: not configured, not installed, not signed in, no such endpoint
/// on this machine. Whatever else a source says was met by somebody who tried.
/// </summary>
internal static class SignInAbsences
{
    // Those of Azure.Identity 1.21 and of the libraries below it.
    private static readonly string[] Phrases =
    [
        "Environment variables are not fully configured",
        "workload options are not fully configured",
        "No Managed Identity endpoint found",
        "No response received from the managed identity endpoint",
        "request to the managed identity endpoint timed out",
        "request failed due to a gateway error",
        "Managed Identity response was not in the expected format", // a proxy's, where the chain looks for an endpoint
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
        "PowerShell Legacy is only supported",
        "Azure Developer CLI could not be found",
        "Please run 'azd auth login'",
        "https://aka.ms/azure-dev for installation",
    ];

    // Where a machine has a managed identity, its endpoint may have been there before and be there again.
    private static readonly string[] Silence =
    [
        "No response received from the managed identity endpoint",
        "request to the managed identity endpoint timed out",
        "request failed due to a gateway error",
    ];

    /// <summary>Whether another try may find what was not there.</summary>
    public static bool MayPass(AuthenticationFailedException absence) =>
        Silence.Any(phrase => absence.Message.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the environment limits the default credential to; null where it does not.</summary>
    public static string? Chosen => Environment.GetEnvironmentVariable("AZURE_TOKEN_CREDENTIALS") is { Length: > 0 } chosen ? chosen : null;

    public static bool IsAbsence(AuthenticationFailedException failure) =>
        failure is CredentialUnavailableException && Phrases.Any(phrase => failure.Message.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
