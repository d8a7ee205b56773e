using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class UpdateScopeMap(AcrClient client)
{
    public async Task<AcrScopeMap> RunAsync(AcrScopeMapUpdateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = registry.ScopeMap(settings.Name!);
        var changes = new AcrScopeMapChanges
        {
            Description = settings.Description,
            Actions = settings.AddedScopes.Count + settings.RemovedScopes.Count > 0
                ? await ChangedActionsAsync(settings, id, cancellationToken).ConfigureAwait(false)
                : settings.Scopes?.ToActions(settings),
        };
        var scopeMap = await client.Executor.UpdateScopeMapAsync(id, changes, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Updated scope map {ScopeMap} in registry {Registry}", id.Name, registry.Name);
        return scopeMap;
    }

    private async Task<IReadOnlyList<string>> ChangedActionsAsync(AcrScopeMapUpdateSettings settings, ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var current = await client.Executor.GetScopeMapIfExistsAsync(id, cancellationToken).ConfigureAwait(false) ?? throw AcrException.Missing(settings.Task, id);
        var removed = settings.RemovedScopes.ToActions(settings);
        var actions = current.Actions
            .Except(removed, StringComparer.OrdinalIgnoreCase)
            .Union(settings.AddedScopes.ToActions(settings), StringComparer.OrdinalIgnoreCase)
            .Concat(settings.WhatIf ? removed.Select(r => $"without {r}") : [])
            .ToList();

        var mistakes = new Mistakes();
        mistakes.AddIf(actions.Count == 0, $"{AcrResourceIds.Describe(id)} would permit nothing: delete it instead");
        mistakes.AddIf(actions.Count > AcrNames.MaximumActions, $"{AcrResourceIds.Describe(id)} would hold {actions.Count} actions, more than {AcrNames.MaximumActions}");
        mistakes.ThrowIfAny(settings.Task);
        return actions;
    }
}
