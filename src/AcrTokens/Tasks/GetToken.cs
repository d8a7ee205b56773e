namespace AcrTokens;

internal sealed class GetToken(AcrClient client)
{
    public async Task<AcrToken> RunAsync(AcrTokenGetSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        return await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false) ?? throw AcrException.Missing(settings.Task, id);
    }
}
