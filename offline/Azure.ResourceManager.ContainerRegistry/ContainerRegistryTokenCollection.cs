namespace Azure.ResourceManager.ContainerRegistry;

public partial class ContainerRegistryTokenCollection : ArmCollection
{
    protected ContainerRegistryTokenCollection() { }

    public virtual Task<ArmOperation<ContainerRegistryTokenResource>> CreateOrUpdateAsync(
        WaitUntil waitUntil,
        string tokenName,
        ContainerRegistryTokenData data,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();

    public virtual AsyncPageable<ContainerRegistryTokenResource> GetAllAsync(CancellationToken cancellationToken = default) =>
        throw CompileContract.Only();

    public virtual Task<Response<ContainerRegistryTokenResource>> GetAsync(string tokenName, CancellationToken cancellationToken = default) =>
        throw CompileContract.Only();

    public virtual Task<NullableResponse<ContainerRegistryTokenResource>> GetIfExistsAsync(
        string tokenName,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();
}
