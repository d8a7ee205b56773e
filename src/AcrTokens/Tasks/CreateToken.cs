using Microsoft.Extensions.Logging;

namespace AcrTokens;

internal sealed class CreateToken(AcrClient client)
{
    public async Task<AcrToken> RunAsync(AcrTokenCreateSettings settings, CancellationToken cancellationToken)
    {
        var registry = await client.Registries.GetIdAsync(settings, cancellationToken).ConfigureAwait(false);
        var id = AcrResourceIds.Token(registry, settings.Name!);
        if (!settings.Overwrite && await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            throw new AcrException($"Could not create {AcrResourceIds.Describe(id)}: it exists, and creating it anew would wipe its passwords. Update it, or say EnableOverwrite.")
            {
                Operation = settings.Task,
                Resource = id.ToString(),
            };
        }

        var asked = settings.ToChanges(registry);
        var token = await client.Executor.CreateTokenAsync(id, asked, settings.ToWaitUntil(), cancellationToken).ConfigureAwait(false);
        if (AsAsked.Difference(token, asked.ScopeMapId, asked.Status) is { } difference)
            client.Log.LogWarning("Token {Token} is not as asked: {Difference:l}", id.Name, difference);
        client.Log.LogInformation("Created token {Token} in registry {Registry}", id.Name, registry.Name);
        return token;
    }
}
