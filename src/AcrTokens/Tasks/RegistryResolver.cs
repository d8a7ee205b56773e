using System.Collections.Concurrent;
using Azure.Core;

namespace AcrTokens;

/// <summary>From the registry that the settings name to its resource id and its login server, asking Azure only for what they leave out.</summary>
internal sealed class RegistryResolver(AcrClient client)
{
    private readonly ConcurrentDictionary<ResourceIdentifier, string> loginServers = [];
    private readonly ConcurrentDictionary<(string Subscription, string Name), ResourceIdentifier> lookedUp = [];

    /// <param name="settings">Of a task.</param>
    /// <param name="cloud">Where the task's requests will go.</param>
    /// <param name="ofClient">The subscription of the client's options.</param>
    /// <param name="mistakes">Where to add what is wrong.</param>
    /// <returns>The subscription that is taken for want of one that is named; null where none is needed.</returns>
    public static DefaultSubscription? Check(AcrSettings settings, AcrCloud cloud, string? ofClient, Mistakes mistakes)
    {
        var registry = settings.RegistryName is null ? null : AcrRegistryReference.TryParse(settings.RegistryName);
        if (cloud.ResourceManagerEndpoint is not { IsAbsoluteUri: true, IsLoopback: true })
        {
            foreach (var host in settings.NamedHosts.Except(settings.FurtherHosts.Select(RegistryHost.TryParse)).Where(host => AcrRegistryReference.OfHost(host!) is { IsOnLoopback: true }))
                mistakes.Add($"'{host}' is a registry on this machine, which only an emulator's client knows: AcrEmulator.CreateClientOptions() or AcrClient.ForEmulator() make one");
        }

        mistakes.AddIf(ofClient is not null && SubscriptionIds.Normalize(ofClient) is null, SubscriptionIds.Refuse("the client's subscription is", ofClient ?? ""));
        if (settings.SubscriptionId is not null || ofClient is not null || registry is null or { Id: not null })
            return null;

        var subscription = DefaultSubscription.Find();
        if (subscription is null)
            mistakes.Add($"no subscription is named (SetSubscriptionId, {DefaultSubscription.Variable}, or az login)");
        else if (subscription.Mistake is { } mistake)
            mistakes.Add(mistake);
        return subscription;
    }

    public async Task<ResourceIdentifier> GetIdAsync(AcrSettings settings, CancellationToken cancellationToken)
    {
        var registry = settings.Registry;
        if (settings.SendsNothing && registry.Id is null && (settings.ResourceGroupName is null || registry.IsOnLoopback))
            return await RehearseLookUpAsync(settings, registry.Name, cancellationToken).ConfigureAwait(false);

        var subscription = SubscriptionOf(settings);
        var id = registry.Id
            ?? (settings.ResourceGroupName is { } group && !registry.IsOnLoopback ? AcrResourceIds.Registry(subscription!, group, registry.Name) : null)
            ?? await LookUpAsync(subscription!, registry, cancellationToken).ConfigureAwait(false);

        if (registry.LoginServer is { } loginServer)
            loginServers[id] = loginServer;
        return id;
    }

    public async Task<ResourceIdentifier> GetTokenIdAsync(AcrTokenSettings settings, CancellationToken cancellationToken) =>
        AcrResourceIds.Token(await GetIdAsync(settings, cancellationToken).ConfigureAwait(false), settings.Name!);

    public async Task<ResourceIdentifier> GetScopeMapIdAsync(AcrScopeMapSettings settings, CancellationToken cancellationToken) =>
        (await GetIdAsync(settings, cancellationToken).ConfigureAwait(false)).ScopeMap(settings.Name!);

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
        var subscription = SubscriptionOf(settings)!;
        await foreach (var _ in client.Executor.ListRegistriesAsync(subscription, client.TellOdd, cancellationToken).ConfigureAwait(false))
        {
        }

        return AcrResourceIds.Registry(subscription, "(looked-up)", name);
    }

    private string? SubscriptionOf(AcrSettings settings) => SubscriptionIds.Normalize(settings.SubscriptionId ?? client.SubscriptionId) ?? DefaultSubscription.Find()?.Id;

    private async Task<ResourceIdentifier> LookUpAsync(string subscription, AcrRegistryReference reference, CancellationToken cancellationToken)
    {
        var name = reference.Label ?? reference.Name;
        var key = (subscription.ToUpperInvariant(), (reference.Host ?? name).ToUpperInvariant());
        if (lookedUp.TryGetValue(key, out var known))
            return known;

        // All of them: with a hash behind the label, two resource groups can each have a registry of one name.
        var found = new List<AcrRegistry>();
        await foreach (var registry in client.Executor.ListRegistriesAsync(subscription, client.TellOdd, cancellationToken).ConfigureAwait(false))
        {
            if (reference.IsOnLoopback ? string.Equals(registry.LoginServer, name, StringComparison.OrdinalIgnoreCase) : reference.MayBe(registry))
                found.Add(registry);
        }

        if (found is not [var one])
            throw new AcrException(WhyNotOne(found, name, subscription)) { Operation = "look up registry", Resource = name, IsTransient = false };

        loginServers[one.Id] = one.LoginServer;
        return lookedUp[key] = one.Id;
    }

    private static string WhyNotOne(List<AcrRegistry> found, string name, string subscription) => found.Count == 0
        ? $"There is no registry '{name}' in subscription '{subscription}', or the credential may not see it: check the name, or name its resource group (SetResourceGroupName)."
        : $"There are {found.Count} registries '{name}' in subscription '{subscription}' ({string.Join(", ", found.Select(r => $"{r.LoginServer} in resource group '{r.Id.ResourceGroupName}'"))}): name one by its login server, or its resource group (SetResourceGroupName).";
}
