namespace Azure.ResourceManager.ContainerRegistry;

public partial class ScopeMapResource : ArmResource
{
    protected ScopeMapResource() { }

    public virtual ScopeMapData Data => throw CompileContract.Only();

    public virtual Task<ArmOperation> DeleteAsync(WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw CompileContract.Only();

    public virtual Task<ArmOperation<ScopeMapResource>> UpdateAsync(
        WaitUntil waitUntil,
        ScopeMapPatch patch,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();
}
