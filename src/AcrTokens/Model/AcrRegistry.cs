using Azure.Core;

namespace AcrTokens;

/// <summary>A container registry, as read from the service.</summary>
public sealed record AcrRegistry
{
    /// <summary>The full resource id.</summary>
    public required ResourceIdentifier Id { get; init; }

    /// <summary>The registry's name.</summary>
    public string Name => Id.Name;

    /// <summary>The host to push to. It may contain a hash, so it is never derived from the name.</summary>
    public required string LoginServer { get; init; }

    /// <summary><c>Basic</c>, <c>Standard</c>, <c>Premium</c> or <c>Classic</c>.</summary>
    public string? Sku { get; init; }

    /// <summary>Whether the registry's admin user may log in.</summary>
    public bool AdminUserEnabled { get; init; }

    /// <summary><c>LegacyRegistryPermissions</c> or <c>AbacRepositoryPermissions</c>; null if the service does not say.</summary>
    public string? RoleAssignmentMode { get; init; }

    /// <summary>The region, such as <c>westeurope</c>.</summary>
    public string? Location { get; init; }

    /// <summary>When the registry was created.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When this was read, on the service's clock, to the second; null if the service did not say, and in lists.</summary>
    public DateTimeOffset? ReadOn { get; init; }

    /// <summary>The provisioning state.</summary>
    public AcrProvisioningState ProvisioningState { get; init; }
}
