namespace AcrTokens.Emulator.State;

/// <summary>Where the registry stands in Resource Manager, and the ids of what is in it.</summary>
internal sealed record RegistryIdentity(string SubscriptionId, string ResourceGroupName, string RegistryName, string Location)
{
    public string Id { get; } =
        $"/subscriptions/{SubscriptionId}/resourceGroups/{ResourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{RegistryName}";

    /// <summary>The region as it stands in addresses, as in <c>WESTUS</c>.</summary>
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
