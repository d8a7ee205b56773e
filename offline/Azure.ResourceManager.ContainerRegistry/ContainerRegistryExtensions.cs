namespace Azure.ResourceManager.ContainerRegistry;

public static partial class ContainerRegistryExtensions
{
    public static AsyncPageable<ContainerRegistryResource> GetContainerRegistriesAsync(
        this SubscriptionResource subscriptionResource,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();

    public static ContainerRegistryResource GetContainerRegistryResource(this ArmClient client, ResourceIdentifier id) =>
        throw CompileContract.Only();

    public static ContainerRegistryTokenResource GetContainerRegistryTokenResource(this ArmClient client, ResourceIdentifier id) =>
        throw CompileContract.Only();

    public static ScopeMapResource GetScopeMapResource(this ArmClient client, ResourceIdentifier id) => throw CompileContract.Only();
}
