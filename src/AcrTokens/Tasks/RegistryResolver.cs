using System.Collections.Concurrent;
using Azure.Core;

namespace AcrTokens;

/// <summary>From the registry that the settings name to its resource id and its login server, asking Azure only for what they leave out.</summary>
internal sealed class RegistryResolver(AcrClient client)
{
    private readonly ConcurrentDictionary<ResourceIdentifier, string> loginServers = [];
    private readonly ConcurrentDictionary<(string Subscription, string Name), ResourceIdentifier> lookedUp = [];

    public static void Check(AcrSettings settings, Mistakes mistakes)
    {
        if (settings.SubscriptionId is not null || settings.RegistryName is null || AcrRegistryReference.TryParse(settings.RegistryName) is null or { Id: not null })
            return;

        var subscription = DefaultSubscription.Find();
        if (subscription is null)
            mistakes.Add($"no subscription is named (SetSubscriptionId, {DefaultSubscription.Variable}, or az login)");
        else if (!Guid.TryParse(subscription, out _))
            mistakes.Add($"{DefaultSubscription.Variable} or the Azure CLI's profile holds '{subscription}', which is not a subscription's id (a GUID)");
    }

    public async Task<ResourceIdentifier> GetIdAsync(AcrSettings settings, CancellationToken cancellationToken)
    {
        var registry = settings.Registry;
        if (settings.SendsNothing && registry.Id is null && settings.ResourceGroupName is null)
            return await RehearseLookUpAsync(settings, registry.Name, cancellationToken).ConfigureAwait(false);

        var subscription = settings.SubscriptionId ?? DefaultSubscription.Find();
        var id = registry.Id
            ?? (settings.ResourceGroupName is { } group ? AcrResourceIds.Registry(subscription!, group, registry.Name) : null)
            ?? await LookUpAsync(subscription!, registry.Name, cancellationToken).ConfigureAwait(false);

        if (registry.LoginServer is { } loginServer)
            loginServers[id] = loginServer;
        return id;
    }

    public async Task<string> GetLoginServerAsync(ResourceIdentifier id, CancellationToken cancellationToken)
    {
        if (!loginServers.TryGetValue(id, out var loginServer))
        {
            loginServer = (await client.Executor.GetRegistryAsync(id, cancellationToken).ConfigureAwait(false)).LoginServer;
            loginServers[id] = loginServer;
        }

        return loginServer;
    }

    // Asks nobody, and goes on with a group that no registry is in.
    private async Task<ResourceIdentifier> RehearseLookUpAsync(AcrSettings settings, string name, CancellationToken cancellationToken)
    {
        var subscription = settings.SubscriptionId ?? DefaultSubscription.Find()!;
        await foreach (var _ in client.Executor.ListRegistriesAsync(subscription, client.TellOdd, cancellationToken).ConfigureAwait(false))
        {
        }

        return AcrResourceIds.Registry(subscription, "(looked-up)", name);
    }

    private async Task<ResourceIdentifier> LookUpAsync(string subscription, string name, CancellationToken cancellationToken)
    {
        var key = (subscription.ToUpperInvariant(), name.ToUpperInvariant());
        if (lookedUp.TryGetValue(key, out var known))
            return known;

        await foreach (var registry in client.Executor.ListRegistriesAsync(subscription, client.TellOdd, cancellationToken).ConfigureAwait(false))
        {
            if (!string.Equals(registry.Name, name, StringComparison.OrdinalIgnoreCase))
                continue;

            loginServers[registry.Id] = registry.LoginServer;
            return lookedUp[key] = registry.Id;
        }

        throw new AcrException($"There is no registry '{name}' in subscription '{subscription}', or the credential may not see it: check the name, or name its resource group (SetResourceGroupName).")
        {
            Operation = "look up registry",
            Resource = name,
        };
    }
}
