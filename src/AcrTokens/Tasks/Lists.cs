using System.Runtime.CompilerServices;

namespace AcrTokens;

/// <summary>Lists of what a registry holds, page by page as they are asked for.</summary>
internal sealed class Lists(AcrClient client)
{
    public async IAsyncEnumerable<AcrToken> TokensAsync(AcrTokenListSettings settings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        await foreach (var token in client.Executor.ListTokensAsync(registry, client.TellOdd, cancellationToken).ConfigureAwait(false))
            yield return token;
    }

    public async IAsyncEnumerable<AcrScopeMap> ScopeMapsAsync(AcrScopeMapListSettings settings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        await foreach (var scopeMap in client.Executor.ListScopeMapsAsync(registry, client.TellOdd, cancellationToken).ConfigureAwait(false))
            yield return scopeMap;
    }
}
