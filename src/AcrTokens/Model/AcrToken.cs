using Azure.Core;

namespace AcrTokens;

/// <summary>A repository-scoped token of a registry, as the service describes it.</summary>
public sealed record AcrToken
{
    /// <summary>The full resource id.</summary>
    public required ResourceIdentifier Id { get; init; }

    /// <summary>The token's name, which is its user name too.</summary>
    public string Name => Id.Name;

    /// <summary>When the token was created.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>How far the service is with it.</summary>
    public AcrProvisioningState ProvisioningState { get; init; }

    /// <summary>Whether the token may log in.</summary>
    public AcrTokenStatus Status { get; init; }

    /// <summary>The scope map that says what it may do.</summary>
    public ResourceIdentifier? ScopeMapId { get; init; }

    /// <summary>Its passwords, never with a value.</summary>
    public IReadOnlyList<AcrTokenPassword> Passwords { get; init; } = [];

    /// <summary>Its certificates.</summary>
    public IReadOnlyList<AcrTokenCertificate> Certificates { get; init; } = [];

    /// <summary>When the service had said so, on its own clock and to the second; null where it did not say, and in lists.</summary>
    public DateTimeOffset? ReadOn { get; init; }

    /// <summary>Who made it and who changed it last.</summary>
    public AcrSystemData? SystemData { get; init; }
}
