using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace AcrTokens;

/// <summary>Resource ids of registries, tokens and scope maps.</summary>
internal static class AcrResourceIds
{
    public static readonly ResourceType RegistryType = "Microsoft.ContainerRegistry/registries";
    public static readonly ResourceType TokenType = $"{RegistryType}/tokens";
    public static readonly ResourceType ScopeMapType = $"{RegistryType}/scopeMaps";

    public static ResourceIdentifier Registry(string subscriptionId, string resourceGroup, string name) =>
        new($"/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/{RegistryType}/{name}");

    public static ResourceIdentifier Token(ResourceIdentifier registry, string name) => registry.AppendChildResource("tokens", name);

    /// <summary>The id of a scope map given by resource id, or by name in that registry.</summary>
    [return: NotNullIfNotNull(nameof(nameOrId))]
    public static ResourceIdentifier? ScopeMap(this ResourceIdentifier registry, string? nameOrId) =>
        nameOrId is null ? null
        : nameOrId.StartsWith('/') ? new(nameOrId)
        : registry.AppendChildResource("scopeMaps", nameOrId);

    /// <summary>A description for messages: "token 'ci' of registry 'contoso'".</summary>
    public static string Describe(ResourceIdentifier id) =>
        id.ResourceType.GetLastType() switch
        {
            "registries" => $"registry '{id.Name}'",
            "tokens" => $"token '{id.Name}' of registry '{id.Parent!.Name}'",
            "scopeMaps" => $"scope map '{id.Name}' of registry '{id.Parent!.Name}'",
            _ => $"'{id}'",
        };
}
