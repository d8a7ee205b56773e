using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The tasks on scope maps.</summary>
internal sealed class ScopeMapTasks(AcrClient client)
{
    public async Task<AcrScopeMap> CreateAsync(AcrScopeMapCreateSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetScopeMapIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var changes = new AcrScopeMapChanges { Description = settings.Description, Actions = settings.Scopes.ToActions(settings) };
        var scopeMap = await client.Executor.CreateScopeMapAsync(id, changes, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Created scope map {ScopeMap} in registry {Registry}", id.Name, id.Parent!.Name);
        return scopeMap;
    }

    public async Task<AcrScopeMap> UpdateAsync(AcrScopeMapUpdateSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetScopeMapIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var changes = new AcrScopeMapChanges
        {
            Description = settings.Description,
            Actions =
                settings.AddedScopes.Count + settings.RemovedScopes.Count > 0
                    ? await ChangedActionsAsync(settings, id, cancellationToken).ConfigureAwait(false)
                    : settings.Scopes?.ToActions(settings),
        };
        var scopeMap = await client.Executor.UpdateScopeMapAsync(id, changes, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Updated scope map {ScopeMap} in registry {Registry}", id.Name, id.Parent!.Name);
        return scopeMap;
    }

    public async Task<AcrScopeMap> GetAsync(AcrScopeMapGetSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetScopeMapIdAsync(settings, cancellationToken).ConfigureAwait(false);
        return await GetExistingAsync(settings, id, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<AcrScopeMap> ListAsync(
        AcrScopeMapListSettings settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        await foreach (var scopeMap in client.Executor.ListScopeMapsAsync(registry, client.TellOdd, cancellationToken).ConfigureAwait(false))
            yield return scopeMap;
    }

    public async Task DeleteAsync(AcrScopeMapDeleteSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetScopeMapIdAsync(settings, cancellationToken).ConfigureAwait(false);
        await client.Executor.DeleteScopeMapAsync(id, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Deleted scope map {ScopeMap} in registry {Registry}", id.Name, id.Parent!.Name);
    }

    private async Task<AcrScopeMap> GetExistingAsync(AcrSettings settings, ResourceIdentifier id, CancellationToken cancellationToken) =>
        await client.Executor.GetScopeMapIfExistsAsync(id, cancellationToken).ConfigureAwait(false) ?? throw AcrException.Missing(settings.Task, id);

    private async Task<IReadOnlyList<string>> ChangedActionsAsync(
        AcrScopeMapUpdateSettings settings,
        ResourceIdentifier id,
        CancellationToken cancellationToken
    )
    {
        var current = await GetExistingAsync(settings, id, cancellationToken).ConfigureAwait(false);
        var removed = settings.RemovedScopes.ToActions(settings);
        var actions = current
            .Actions.Except(removed, StringComparer.OrdinalIgnoreCase)
            .Union(settings.AddedScopes.ToActions(settings), StringComparer.OrdinalIgnoreCase)
            .Concat(settings.WhatIf ? removed.Select(r => $"without {r}") : [])
            .ToList();

        var mistakes = new Mistakes();
        mistakes.AddIf(actions.Count == 0, $"{AcrResourceIds.Describe(id)} would permit nothing: delete it instead");
        mistakes.AddIf(
            actions.Count > AcrNames.MaximumActions,
            $"{AcrResourceIds.Describe(id)} would hold {actions.Count} actions, more than {AcrNames.MaximumActions}"
        );
        mistakes.ThrowIfAny(settings.Task);
        return actions;
    }
}
