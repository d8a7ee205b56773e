using Azure.Core;

namespace AcrTokens;

/// <summary>A repository-scoped token of a registry, as read from the service.</summary>
public sealed record AcrToken
{
    /// <summary>The full resource id.</summary>
    public required ResourceIdentifier Id { get; init; }

    /// <summary>The token's name, which is also its user name.</summary>
    public string Name => Id.Name;

    /// <summary>When the token was created.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>The provisioning state.</summary>
    public AcrProvisioningState ProvisioningState { get; init; }

    /// <summary>Whether the token may log in.</summary>
    public AcrTokenStatus Status { get; init; }

    /// <summary>The scope map, which holds the token's permissions.</summary>
    public ResourceIdentifier? ScopeMapId { get; init; }

    /// <summary>The passwords, without their values.</summary>
    public IReadOnlyList<AcrTokenPassword> Passwords { get; init; } = [];

    /// <summary>The certificates.</summary>
    public IReadOnlyList<AcrTokenCertificate> Certificates { get; init; } = [];

    /// <summary>When this was read, on the service's clock, to the second; null if the service did not say, and in lists.</summary>
    public DateTimeOffset? ReadOn { get; init; }

    /// <summary>Who created and last changed it.</summary>
    public AcrSystemData? SystemData { get; init; }
}
