namespace Azure.ResourceManager.ContainerRegistry;

public partial class ContainerRegistryResource : ArmResource
{
    protected ContainerRegistryResource() { }

    public virtual ContainerRegistryData Data => throw CompileContract.Only();

    public virtual Task<ArmOperation<ContainerRegistryGenerateCredentialsResult>> GenerateCredentialsAsync(
        WaitUntil waitUntil,
        ContainerRegistryGenerateCredentialsContent content,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();

    public virtual Task<Response<ContainerRegistryResource>> GetAsync(CancellationToken cancellationToken = default) => throw CompileContract.Only();

    public virtual ContainerRegistryTokenCollection GetContainerRegistryTokens() => throw CompileContract.Only();

    public virtual Task<Response<ContainerRegistryListCredentialsResult>> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
        throw CompileContract.Only();

    public virtual ScopeMapCollection GetScopeMaps() => throw CompileContract.Only();

    public virtual Task<Response<ContainerRegistryListCredentialsResult>> RegenerateCredentialAsync(
        ContainerRegistryCredentialRegenerateContent content,
        CancellationToken cancellationToken = default
    ) => throw CompileContract.Only();
}
