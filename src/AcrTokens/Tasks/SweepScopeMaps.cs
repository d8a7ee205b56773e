using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Deletes scope maps that mints created and no token uses any more. Lists the tokens again first, if there is such a scope map: a list read during
/// deletions may skip tokens, and a skipped one might use it.
/// </summary>
internal sealed class SweepScopeMaps(AcrClient client, ResourceIdentifier registry, SweepRule rule, Pace? pace)
{
    private int unreadable;
    private volatile bool locked;

    /// <returns>The report's counts of scope maps.</returns>
    public async Task<(int Deleted, int Failed, int Unreadable, bool Stopped)> RunAsync(
        AcrTokenSweepSettings settings,
        bool tokensAreLeft,
        CancellationToken cancellationToken
    )
    {
        var unused = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (unused.Count > 0)
            await RemoveUsedAsync(unused, settings.WhatIf && !tokensAreLeft, cancellationToken).ConfigureAwait(false);

        var deleted = 0;
        var work = new BoundedWork(settings.DegreeOfParallelism, client.Log);
        await work.RunAsync(
                unused.Take(settings.MaximumTokens).ToAsyncEnumerable(),
                async name =>
                {
                    if (await DeleteAsync(registry.ScopeMap(name), cancellationToken).ConfigureAwait(false))
                        Interlocked.Increment(ref deleted);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return (deleted, work.Failed, unreadable, locked || unused.Count > settings.MaximumTokens);
    }

    // Tokens are swept even without the permission to read scope maps.
    private async Task<HashSet<string>> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client
                .Executor.ListScopeMapsAsync(registry, PassOver, cancellationToken)
                .Where(rule.IsOld)
                .Select(m => m.Name)
                .ToHashSetAsync(StringComparer.OrdinalIgnoreCase, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.Status == 403)
        {
            client.Log.LogWarning("Scope maps were not swept: {Failure:l}", refused.Message);
            return [];
        }
    }

    // With WhatIf the tokens are still there that would be deleted by now.
    private async Task RemoveUsedAsync(HashSet<string> unused, bool isOverMeansGone, CancellationToken cancellationToken)
    {
        var isSure = true;
        await foreach (var token in client.Executor.ListTokensAsync(registry, _ => isSure = false, cancellationToken).ConfigureAwait(false))
        {
            if (token.ScopeMapId is { } used && !(isOverMeansGone && rule.IsOver(token)) && unused.Remove(used.Name) && unused.Count == 0)
                return;
        }

        if (isSure)
            return;
        client.Log.LogWarning("Left {ScopeMaps} scope maps that nobody seems to use: a token that cannot be read may use them", unused.Count);
        unused.Clear();
    }

    private void PassOver(AcrException odd)
    {
        unreadable++;
        client.TellOdd(odd);
    }

    // Read again: a build with the same permissions recreates it just before its mint.
    private async Task<bool> DeleteAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        if (locked)
            return false;
        if (pace is not null)
            await pace.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (await client.Executor.GetScopeMapIfExistsAsync(id, cancellationToken).ConfigureAwait(false) is not { } scopeMap || !rule.IsOld(scopeMap))
            return false;

        try
        {
            await client.Executor.DeleteScopeMapAsync(id, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException refused) when (refused.ServiceCode == AcrException.ScopeLocked)
        {
            locked = true;
            throw;
        }

        client.Log.LogDebug("Deleted scope map {ScopeMap}", id.Name);
        return true;
    }
}
