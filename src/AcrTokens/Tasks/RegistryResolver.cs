using System.Collections.Concurrent;
using Azure.Core;

namespace AcrTokens;

/// <summary>Resolves the registry in the settings to its resource id and login server. Asks Azure only for missing parts.</summary>
internal sealed class RegistryResolver(AcrClient client)
{
    // Only what the service reported: a name in one task's settings is not used for other tasks.
    private readonly ConcurrentDictionary<ResourceIdentifier, string> loginServers = [];
    private readonly ConcurrentDictionary<(string Subscription, string Name), ResourceIdentifier> lookedUp = [];

    /// <param name="settings">The task's settings.</param>
    /// <param name="cloud">The cloud that receives the requests.</param>
    /// <param name="ofClient">The subscription of the client's options.</param>
    /// <param name="mistakes">Receives the mistakes.</param>
    /// <returns>The default subscription that is used; null if none is needed.</returns>
    public static DefaultSubscription? Check(AcrSettings settings, AcrCloud cloud, string? ofClient, Mistakes mistakes)
    {
        var registry = settings.RegistryName is null ? null : AcrRegistryReference.TryParse(settings.RegistryName);
        if (cloud.ResourceManagerEndpoint is not { IsAbsoluteUri: true, IsLoopback: true })
        {
            foreach (
                var host in settings
                    .NamedHosts.Except(settings.FurtherHosts.Select(RegistryHost.TryParse))
                    .Where(host => AcrRegistryReference.OfHost(host!) is { IsOnLoopback: true })
            )
                mistakes.Add(
                    $"'{host}' is a registry on this machine, which only an emulator's client knows: AcrEmulator.CreateClientOptions() or "
                        + "AcrClient.ForEmulator() make one"
                );
        }

        mistakes.AddIf(
            ofClient is not null && SubscriptionIds.Normalize(ofClient) is null,
            SubscriptionIds.Refuse("the client's subscription is", ofClient ?? "")
        );
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
        var id =
            registry.Id
            ?? (
                settings.ResourceGroupName is { } group && !registry.IsOnLoopback
                    ? AcrResourceIds.Registry(subscription!, group, registry.Name)
                    : null
            )
            ?? await LookUpAsync(subscription!, registry, cancellationToken).ConfigureAwait(false);

        if (loginServers.TryGetValue(id, out var loginServer))
            Compare(registry, settings, id, loginServer);
        if (!settings.SendsNothing && settings.UnprovenHosts.ToList() is { Count: > 0 } hosts)
            Check(hosts, id, await GetLoginServerAsync(settings, id, cancellationToken).ConfigureAwait(false), settings.Task);
        return id;
    }

    public async Task<ResourceIdentifier> GetTokenIdAsync(AcrTokenSettings settings, CancellationToken cancellationToken) =>
        AcrResourceIds.Token(await GetIdAsync(settings, cancellationToken).ConfigureAwait(false), settings.Name!);

    public async Task<ResourceIdentifier> GetScopeMapIdAsync(AcrScopeMapSettings settings, CancellationToken cancellationToken) =>
        (await GetIdAsync(settings, cancellationToken).ConfigureAwait(false)).ScopeMap(settings.Name!);

    /// <summary>The login server: as the service reported it, else as in the settings, else read from the service.</summary>
    /// <exception cref="AcrException">The two contradict each other, or the service did not name one.</exception>
    public async Task<string> GetLoginServerAsync(AcrSettings settings, ResourceIdentifier id, CancellationToken cancellationToken)
    {
        var registry = settings.Registry;
        if (loginServers.TryGetValue(id, out var said))
            Compare(registry, settings, id, said);
        else if (registry.LoginServer is { } named)
            return named;
        else
            Note(settings, id, said = (await client.Executor.GetRegistryAsync(id, cancellationToken).ConfigureAwait(false)).LoginServer);

        return said;
    }

    /// <summary>Stores the service's login server, which the settings must not contradict.</summary>
    public void Note(AcrSettings settings, ResourceIdentifier id, string loginServer)
    {
        if (string.IsNullOrEmpty(loginServer))
            return;

        loginServers[id] = loginServer;
        Compare(settings.Registry, settings, id, loginServer);
    }

    private static void Check(IEnumerable<string> hosts, ResourceIdentifier id, string loginServer, string task)
    {
        var own = RegistryHost.TryParse(loginServer);
        var registry = AcrRegistryReference.OfHost(own ?? "");
        var mistakes = new Mistakes();
        foreach (
            var host in hosts.Where(host =>
                host != own && (registry is null || AcrRegistryReference.OfHost(host) is not { } named || !registry.MayBe(named))
            )
        )
            mistakes.Add(
                $"'{host}' is not a host of registry '{id.Name}', whose login server is '{loginServer}': leave the host out where the "
                    + "repository is in that registry"
            );
        mistakes.ThrowIfAny(task);
    }

    private static void Compare(AcrRegistryReference named, AcrSettings settings, ResourceIdentifier id, string loginServer)
    {
        if (
            (named.Label ?? named.Host) is not null
            && RegistryHost.TryParse(loginServer) is { } host
            && AcrRegistryReference.OfHost(host) is { } said
            && !named.MayBe(said)
        )
            throw new AcrException(
                $"'{settings.RegistryName}' is not registry '{id.Name}', whose login server is '{loginServer}': name it by that, or by its "
                    + "name alone."
            )
            {
                Operation = settings.Task,
                Resource = id.ToString(),
            };
    }

    // Sends nothing, and continues with a placeholder resource group.
    private async Task<ResourceIdentifier> RehearseLookUpAsync(AcrSettings settings, string name, CancellationToken cancellationToken)
    {
        var subscription = SubscriptionOf(settings)!;
        await foreach (var _ in client.Executor.ListRegistriesAsync(subscription, client.TellOdd, cancellationToken).ConfigureAwait(false)) { }

        return AcrResourceIds.Registry(subscription, "(looked-up)", name);
    }

    private string? SubscriptionOf(AcrSettings settings) =>
        SubscriptionIds.Normalize(settings.SubscriptionId ?? client.SubscriptionId) ?? DefaultSubscription.Find()?.Id;

    private async Task<ResourceIdentifier> LookUpAsync(string subscription, AcrRegistryReference reference, CancellationToken cancellationToken)
    {
        var name = reference.Label ?? reference.Name;
        var key = (subscription.ToUpperInvariant(), (reference.Host ?? name).ToUpperInvariant());
        if (lookedUp.TryGetValue(key, out var known))
            return known;

        // Searches all: since login servers may have a hash, two resource groups can have registries of the same name.
        var found = new List<AcrRegistry>();
        await foreach (var registry in client.Executor.ListRegistriesAsync(subscription, client.TellOdd, cancellationToken).ConfigureAwait(false))
        {
            if (reference.MayBe(registry))
                found.Add(registry);
        }

        if (found is not [var one])
            throw new AcrException(WhyNotOne(found, name, subscription))
            {
                Operation = "look up registry",
                Resource = name,
                IsTransient = false,
            };

        loginServers[one.Id] = one.LoginServer;
        return lookedUp[key] = one.Id;
    }

    private static string WhyNotOne(List<AcrRegistry> found, string name, string subscription) =>
        found.Count == 0
            ? $"There is no registry '{name}' in subscription '{subscription}', or the credential may not see it: check the name, or name its "
                + "resource group (SetResourceGroupName)."
            : $"There are {found.Count} registries '{name}' in subscription '{subscription}' "
                + $"({string.Join(", ", found.Select(r => $"{r.LoginServer} in resource group '{r.Id.ResourceGroupName}'"))}): name one by its "
                + "login server, or its resource group (SetResourceGroupName).";
}
