using Azure.Core;

namespace AcrTokens;

/// <summary>A scope map: a named list of permissions on repositories.</summary>
public sealed record AcrScopeMap
{
    /// <summary>The full resource id.</summary>
    public required ResourceIdentifier Id { get; init; }

    /// <summary>The scope map's name.</summary>
    public string Name => Id.Name;

    /// <summary>The description; at most 256 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>UserDefined</c> or <c>SystemDefined</c>.</summary>
    public string? Type { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>The provisioning state.</summary>
    public AcrProvisioningState ProvisioningState { get; init; }

    /// <summary>The actions, such as <c>repositories/samples/hello/content/write</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Who created and last changed it; null for the registry's own scope maps.</summary>
    public AcrSystemData? SystemData { get; init; }
}
