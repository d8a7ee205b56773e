using System.Text.RegularExpressions;
using Azure.Core;

namespace AcrTokens.Execution;

/// <summary>The advice for a refusal, by status and service code.</summary>
internal static partial class ArmAdvice
{
    public const string ResourceNotFound = "ResourceNotFound";

    public static string? For(int status, ArmError? error, Attempt attempt) =>
        (status, error?.Code) switch
        {
            (_, "UnAuthorizedForCredentialOperations") =>
                $"The registry's admin user is disabled. Enable it (az acr update -n {Registry(attempt.Resource).Name} --admin-enabled "
                    + "true) where a policy does not forbid that, or use a token instead.",
            (403, AcrException.DisallowedByPolicy) =>
                $"{Policies(error!)}, so no role helps: ask for an exemption of the registry, or of what this build does.",
            (403, "PublicNetworkAccessDisabled" or "RegistryPublicNetworkAccessDisabled" or "ClientIpNotAllowed") =>
                "The network forbids that, so no role helps: public access is off, or this machine's address is not among those that are "
                    + "allowed. Run the build in that network.",
            (409, "MissingSubscriptionRegistration") =>
                "The subscription is not registered for container registries: az provider register --namespace "
                    + $"{AcrResourceIds.RegistryType.Namespace}, once, by somebody with the permission.",
            (409, AcrException.ScopeLocked) =>
                "A lock on the registry, its resource group or its subscription forbids that: it has to be removed first (az lock list).",
            (409, "ReadOnlyDisabledSubscription") => "The subscription is disabled: nothing in it can be changed.",
            // No recording shows the refusal of a full registry [?]: any refusal that mentions a quota is treated as one, whatever its status.
            (not 429, _) when IsQuota(error) =>
                "The registry holds no more of them: sweep what is over (AcrTokenSweep), revoke sooner, or take a larger SKU.",
            (401, _) => "Azure did not accept the credential's access token: check its tenant and the cloud.",
            (403, _) => MissingRight(error),
            (404, "SubscriptionNotFound") => $"There is no subscription '{attempt.Resource.SubscriptionId}' for this credential.",
            (404, "ResourceGroupNotFound") => $"There is no resource group '{attempt.Resource.ResourceGroupName}' in the subscription.",
            (404, _) when IsRegistryMissing(error, attempt) =>
                $"There is no registry '{Registry(attempt.Resource).Name}' in resource group '{attempt.Resource.ResourceGroupName}'.",
            (404, ResourceNotFound) => "It does not exist.",
            (404, _) => "The answer does not say that it is missing: it may come from a proxy, or from another service than Resource Manager. "
                + "Check the network and the cloud's endpoint.",
            (409, _) => "Something else is changing it, or it is in use: try again later.",
            (429, _) => "Azure throttles this principal's requests to the subscription: try again later, with fewer builds at once, or with several "
                + "principals.",
            _ => null,
        };

    private static string Policies(ArmError error) =>
        error.Policies.Count switch
        {
            0 => "A company policy forbids that",
            1 => $"The policy '{error.Policies[0]}' forbids that",
            _ => $"The policies {string.Join(" and ", error.Policies.Select(policy => $"'{policy}'"))} forbid that",
        };

    private static bool IsQuota(ArmError? error) => $"{error?.Code} {error?.Message}".Contains("quota", StringComparison.OrdinalIgnoreCase);

    // The registry reports a missing token by its bare name. Resource Manager reports a missing registry by type and name; no recording shows that
    // for a registry, but the body is Resource Manager's usual one.
    public static bool IsRegistryMissing(ArmError? error, Attempt attempt) =>
        (attempt.Resource.ResourceType == AcrResourceIds.RegistryType && error?.Code == ResourceNotFound)
        || error?.Code == "ParentResourceNotFound"
        || error?.Message?.Contains($"{AcrResourceIds.RegistryType}/{Registry(attempt.Resource).Name}'", StringComparison.OrdinalIgnoreCase) == true;

    private static ResourceIdentifier Registry(ResourceIdentifier id) => id.ResourceType == AcrResourceIds.RegistryType ? id : id.Parent!;

    private static string MissingRight(ArmError? error)
    {
        if (error?.Message is not { } message || Action().Match(message) is not { Success: true } match)
            return "The credential may not do that: grant it a role that has the right.";

        var action = match.Groups[1].Value;
        return $"The credential lacks the right '{action}'. {Role(action)}";
    }

    // The least built-in roles that can read tokens and scope maps, and that can manage them. For the admin user's credentials only the general role
    // is known.
    private static string Role(string action) =>
        action.Split('/')[^1].Equals("read", StringComparison.OrdinalIgnoreCase)
            ? "The smallest built-in role that has it is 'Container Registry Configuration Reader and Data Access Configuration Reader'."
        : action.Contains("listCredentials", StringComparison.OrdinalIgnoreCase)
        || action.Contains("regenerateCredential", StringComparison.OrdinalIgnoreCase)
            ? "Contributor on the registry has it."
        : "The smallest built-in role that has it is 'Container Registry Contributor and Data Access Configuration Administrator'.";

    [GeneratedRegex("perform action '([^']+)'")]
    private static partial Regex Action();
}
