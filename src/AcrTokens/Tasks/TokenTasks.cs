using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>The tasks on tokens.</summary>
internal sealed class TokenTasks(AcrClient client)
{
    public async Task<AcrToken> CreateAsync(AcrTokenCreateSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        if (!settings.Overwrite && await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new AcrException(
                $"Could not create {AcrResourceIds.Describe(id)}: it exists, and creating it anew would wipe its passwords. Update it, or "
                    + "say EnableOverwrite."
            )
            {
                Operation = settings.Task,
                Resource = id.ToString(),
                IsTransient = false,
            };
        }

        var asked = settings.ToChanges(id.Parent!);
        var token = await client.Executor.CreateTokenAsync(id, asked, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        if (AsAsked.Difference(token, asked.ScopeMapId, asked.Status) is { } difference)
            client.Log.LogWarning("Token {Token} is not as asked: {Difference:l}", id.Name, difference);
        client.Log.LogInformation("Created token {Token} in registry {Registry}", id.Name, id.Parent!.Name);
        return token;
    }

    public async Task<AcrToken> UpdateAsync(AcrTokenUpdateSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var token = await client
            .Executor.UpdateTokenAsync(id, settings.ToChanges(id.Parent!), settings.ToWaitUntil(), cancellationToken)
            .ConfigureAwait(false);
        client.Log.LogInformation("Updated token {Token} in registry {Registry}", id.Name, id.Parent!.Name);
        return token;
    }

    public async Task<AcrToken> GetAsync(AcrTokenGetSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        return await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw AcrException.Missing(settings.Task, id);
    }

    public async IAsyncEnumerable<AcrToken> ListAsync(AcrTokenListSettings settings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        await foreach (var token in client.Executor.ListTokensAsync(registry, client.TellOdd, cancellationToken).ConfigureAwait(false))
            yield return token;
    }

    public async Task DeleteAsync(AcrTokenDeleteSettings settings, CancellationToken cancellationToken)
    {
        var id = await client.Registries.GetTokenIdAsync(settings, cancellationToken).ConfigureAwait(false);
        await client.Executor.DeleteTokenAsync(id, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        client.Log.LogInformation("Deleted token {Token} in registry {Registry}", id.Name, id.Parent!.Name);
    }
}
