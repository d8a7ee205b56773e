namespace Azure.ResourceManager.ContainerRegistry;

public partial class ContainerRegistryTokenResource : ArmResource
{
    protected ContainerRegistryTokenResource() { }

    public virtual ContainerRegistryTokenData Data => throw CompileContract.Only();

    public virtual Task<ArmOperation> DeleteAsync(WaitUntil waitUntil, CancellationToken cancellationToken = default) => throw CompileContract.Only();

    public virtual Task<ArmOperation<ContainerRegistryTokenResource>> UpdateAsync(
        WaitUntil waitUntil,
        ContainerRegistryTokenPatch patch,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();
}
