using Azure.Core;

namespace AcrTokens;

/// <summary>The settings shared by all tasks: the registry, and how to reach it.</summary>
public abstract record AcrSettings
{
    private protected AcrSettings() { }

    /// <summary>
    /// The registry: its name (<c>contoso</c>, with its hash <c>contoso-a1b2c3</c>), its login server (<c>contoso.azurecr.io</c>) or a regional
    /// endpoint (<c>contoso.westeurope.geo.azurecr.io</c>), or its full resource id, which names the subscription and the resource group too.
    /// Required.
    /// </summary>
    public string? RegistryName { get; init; }

    /// <summary>The registry's resource group; case is ignored. Default: looked up once, with one more request.</summary>
    public string? ResourceGroupName { get; init; }

    /// <summary>
    /// The registry's subscription, a GUID. Default: the environment's <c>AZURE_SUBSCRIPTION_ID</c>, else the Azure CLI's default subscription.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The credential to sign in with. Default: the client's.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>The Azure cloud. Default: the client's.</summary>
    public AcrCloud? Cloud { get; init; }

    /// <summary>The client to use. Default: the client that the task is called on; for a host's task, the host's client.</summary>
    public AcrClient? Client { get; init; }

    /// <summary>The task's name, for messages.</summary>
    internal abstract string Task { get; }

    /// <summary>With WhatIf, still send requests that only read: for tasks that must read to know what they would change.</summary>
    internal virtual bool ReadsWithWhatIf => false;

    internal bool SendsNothing => this is IAcrChange { WhatIf: true } && !ReadsWithWhatIf;

    /// <summary>The registry's hosts, as far as these settings show.</summary>
    internal OwnHosts OwnHosts =>
        new(
            RegistryName is null ? null : AcrRegistryReference.TryParse(RegistryName),
            [.. FurtherHosts.Select(RegistryHost.TryParse).OfType<string>()]
        );

    /// <summary>Further hosts of the registry, by these settings.</summary>
    internal virtual IEnumerable<string> FurtherHosts => [];

    /// <summary>All permissions in these settings.</summary>
    internal virtual IEnumerable<AcrScope?> AllScopes => [];

    /// <summary>The hosts before repositories and images, in the form of <see cref="RegistryHost"/>.</summary>
    internal IEnumerable<string> ScopeHosts =>
        AllScopes.OfType<AcrRepositoryScope>().Select(scope => RegistryHost.TryParse(scope.HostFor(OwnHosts))).OfType<string>().Distinct();

    /// <summary>Those hosts that only the registry itself can confirm.</summary>
    internal IEnumerable<string> UnprovenHosts => ScopeHosts.Where(host => !OwnHosts.Prove(host));

    /// <summary>All hosts in the settings, each once.</summary>
    internal IEnumerable<string> NamedHosts =>
        new[] { RegistryName is null ? null : AcrRegistryReference.TryParse(RegistryName)?.Host }
            .Concat(FurtherHosts.Select(RegistryHost.TryParse))
            .Concat(ScopeHosts)
            .OfType<string>()
            .Distinct();

    internal AcrRegistryReference Registry => AcrRegistryReference.TryParse(RegistryName!)!;

    internal virtual AcrSettings WithResourceId(string resourceId) => this with { RegistryName = resourceId };

    internal virtual void Check(Mistakes mistakes, DateTimeOffset now)
    {
        var registry = string.IsNullOrEmpty(RegistryName) ? null : AcrRegistryReference.TryParse(RegistryName);
        if (string.IsNullOrEmpty(RegistryName))
            mistakes.Add("no registry is named (SetRegistryName)");
        else if (registry is null)
            mistakes.Add(AcrRegistryReference.Refuse(RegistryName));

        if (ResourceGroupName is { } group)
        {
            mistakes.AddIf(
                !AcrNames.ResourceGroup().IsMatch(group),
                $"'{group}' is not a resource group's name (1 to 90 letters, digits and -_.(), not ending in a full stop)"
            );
            mistakes.AddIf(
                registry?.Id is { } id && !string.Equals(id.ResourceGroupName, group, StringComparison.OrdinalIgnoreCase),
                $"resource group '{group}' is not the one in the registry's resource id, '{registry?.Id?.ResourceGroupName}'"
            );
        }

        if (SubscriptionId is { } subscription)
        {
            var normal = SubscriptionIds.Normalize(subscription);
            mistakes.AddIf(normal is null, SubscriptionIds.Refuse("the subscription is", subscription));
            mistakes.AddIf(
                normal is not null && registry?.Id is { } id && !string.Equals(id.SubscriptionId, normal, StringComparison.OrdinalIgnoreCase),
                $"subscription '{normal}' is not the one in the registry's resource id, '{registry?.Id?.SubscriptionId}'"
            );
        }
    }

    /// <summary>Validates a token given by name.</summary>
    private protected static void CheckToken(Mistakes mistakes, string token) =>
        mistakes.AddIf(!AcrNames.Token().IsMatch(token), $"'{token}' is not a token's name ({AcrNames.TokenRule})");

    /// <summary>Validates a scope map given by name or resource id.</summary>
    private protected void CheckScopeMap(Mistakes mistakes, string scopeMap)
    {
        if (!scopeMap.StartsWith('/'))
        {
            mistakes.AddIf(!AcrNames.ScopeMap().IsMatch(scopeMap), $"'{scopeMap}' is not a scope map's name ({AcrNames.ScopeMapRule})");
            return;
        }

        if (AcrResourceReference.TryParse(scopeMap, AcrResourceIds.ScopeMapType) is not { } id)
        {
            mistakes.Add($"'{scopeMap}' is not a scope map's resource id");
            return;
        }

        var owner = id.Parent!.Name;
        var registry = RegistryName is null ? null : AcrRegistryReference.TryParse(RegistryName);
        mistakes.AddIf(
            registry is { IsOnLoopback: false } && !string.Equals(owner, registry.Name, StringComparison.OrdinalIgnoreCase),
            $"scope map '{id.Name}' belongs to registry '{owner}', not to '{registry?.Name}'"
        );
    }
}
