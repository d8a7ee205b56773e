using Azure.Core;

namespace AcrTokens;

/// <summary>Compares the service's result with the request: a policy may change a request silently. Missing values are no difference.</summary>
internal static class AsAsked
{
    /// <summary>Describes the difference; null if there is none.</summary>
    /// <param name="token">Null from a substitute without a configured result.</param>
    /// <param name="scopeMap">The requested scope map.</param>
    /// <param name="status">The requested status.</param>
    public static string? Difference(AcrToken? token, ResourceIdentifier? scopeMap, AcrTokenStatus? status = null)
    {
        var asked = status ?? AcrTokenStatus.Enabled;
        if (token is null)
            return null;
        if (IsSaid(token.Status.Value) && token.Status != asked && token.Status == AcrTokenStatus.Disabled)
        {
            return "Azure created it disabled, so it cannot log in. The built-in policy 'Configure container registries to disable repository "
                + "scoped access token.'"
                + " (a9b426fe-8856-4945-8600-18c5dd1cca2a) does that silently: ask for an exemption of the registry, or do without tokens.";
        }

        if (IsSaid(token.Status.Value) && token.Status != asked)
            return $"its status is '{token.Status}', not '{asked}' as asked.";
        if (token.ScopeMapId is { } given && scopeMap is not null && given != scopeMap)
            return $"its scope map is '{given.Name}', not '{scopeMap.Name}' as asked ({given}).";
        return token.ProvisioningState is { IsTerminal: true } state && state != AcrProvisioningState.Succeeded
            ? $"its provisioning state is '{state}'."
            : null;
    }

    public static AcrException Failed(ResourceIdentifier id, string difference) =>
        new($"Could not mint {AcrResourceIds.Describe(id)}: {difference}")
        {
            Operation = "AcrTokenMint",
            Resource = id.ToString(),
            IsTransient = false,
        };

    /// <exception cref="AcrException">There is a difference.</exception>
    public static void ThrowFor(this string? difference, ResourceIdentifier id)
    {
        if (difference is not null)
            throw Failed(id, difference);
    }

    private static bool IsSaid(string? value) => !string.IsNullOrEmpty(value);
}
