namespace AcrTokens.Emulator.State;

/// <summary>The registry's place in Resource Manager, and the ids of its resources.</summary>
internal sealed record RegistryIdentity(string SubscriptionId, string ResourceGroupName, string RegistryName, string Location)
{
    public string Id { get; } =
        $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{RegistryName}";

    /// <summary>The region as it appears in addresses, as in <c>WESTUS</c>.</summary>
    public string Region { get; } = Location.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    public string TokenId(string name) => $"{Id}/tokens/{name}";

    public string ScopeMapId(string name) => $"{Id}/scopeMaps/{name}";

    /// <summary>The name at the end of an id of this registry, as in <c>…/tokens/{name}</c>; null for any other id.</summary>
    public string? NameIn(string collection, string resourceId)
    {
        var prefix = $"{Id}/{collection}/";
        return resourceId.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? resourceId[prefix.Length..] : null;
    }
}
