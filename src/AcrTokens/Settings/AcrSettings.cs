using Azure.Core;

namespace AcrTokens;

/// <summary>What every task needs to know: which registry is meant.</summary>
public abstract record AcrSettings
{
    private protected AcrSettings() { }

    /// <summary>
    /// The registry: its name (<c>contoso</c>, with its hash <c>contoso-a1b2c3</c>), its login server (<c>contoso.azurecr.io</c>) or a regional
    /// endpoint (<c>contoso.westeurope.geo.azurecr.io</c>), or its full resource id, which names the subscription and the resource group too.
    /// Required.
    /// </summary>
    public string? RegistryName { get; init; }

    /// <summary>The registry's resource group; case does not count. Default: looked up once, with one more request.</summary>
    public string? ResourceGroupName { get; init; }

    /// <summary>
    /// The registry's subscription, a GUID. Default: the environment's <c>AZURE_SUBSCRIPTION_ID</c>, else the Azure CLI's default subscription.
    /// </summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Who is asking. Default: the client's credential.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>Which Azure. Default: the client's cloud.</summary>
    public AcrCloud? Cloud { get; init; }

    /// <summary>The client to go through. Default: the one that the task is called on, which for a host's task is the host's.</summary>
    public AcrClient? Client { get; init; }

    /// <summary>The task's name, as messages say it.</summary>
    internal abstract string Task { get; }

    /// <summary>With WhatIf, read for real and rehearse the changes alone: for a task that only by reading knows what it would change.</summary>
    internal virtual bool ReadsWithWhatIf => false;

    internal bool SendsNothing => this is IAcrChange { WhatIf: true } && !ReadsWithWhatIf;

    /// <summary>The hosts that are the registry's by these settings alone.</summary>
    internal OwnHosts OwnHosts =>
        new(
            RegistryName is null ? null : AcrRegistryReference.TryParse(RegistryName),
            [.. FurtherHosts.Select(RegistryHost.TryParse).OfType<string>()]
        );

    /// <summary>Hosts that the build says are the registry's.</summary>
    internal virtual IEnumerable<string> FurtherHosts => [];

    /// <summary>What is to be permitted or not.</summary>
    internal virtual IEnumerable<AcrScope?> AllScopes => [];

    /// <summary>The hosts that repositories and images are written behind, in the form of <see cref="RegistryHost"/>.</summary>
    internal IEnumerable<string> ScopeHosts =>
        AllScopes.OfType<AcrRepositoryScope>().Select(scope => RegistryHost.TryParse(scope.HostFor(OwnHosts))).OfType<string>().Distinct();

    /// <summary>Those of them that only the registry itself can tell for its own.</summary>
    internal IEnumerable<string> UnprovenHosts => ScopeHosts.Where(host => !OwnHosts.Prove(host));

    /// <summary>All hosts that the settings name, each once.</summary>
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

    /// <summary>Checks a scope map that is named by name or by resource id.</summary>
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
