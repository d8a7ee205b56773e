namespace Azure.ResourceManager.ContainerRegistry;

public partial class ScopeMapCollection : ArmCollection
{
    protected ScopeMapCollection() { }

    public virtual Task<ArmOperation<ScopeMapResource>> CreateOrUpdateAsync(
        WaitUntil waitUntil,
        string scopeMapName,
        ScopeMapData data,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();

    public virtual AsyncPageable<ScopeMapResource> GetAllAsync(CancellationToken cancellationToken = default) => throw CompileContract.Only();

    public virtual Task<Response<ScopeMapResource>> GetAsync(string scopeMapName, CancellationToken cancellationToken = default) =>
        throw CompileContract.Only();

    public virtual Task<NullableResponse<ScopeMapResource>> GetIfExistsAsync(string scopeMapName, CancellationToken cancellationToken = default) =>
        throw CompileContract.Only();
}
