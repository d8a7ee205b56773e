namespace AcrTokens;

internal sealed class GetScopeMap(AcrClient client)
{
    public async Task<AcrScopeMap> RunAsync(AcrScopeMapGetSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = registry.ScopeMap(settings.Name!);
        return await client.Executor.GetScopeMapIfExistsAsync(id, cancellationToken).ConfigureAwait(false) ?? throw AcrException.Missing(settings.Task, id);
    }
}
