using Azure.Core;

namespace AcrTokens;

/// <summary>A scope map: a named list of what a token may do on which repositories.</summary>
public sealed record AcrScopeMap
{
    /// <summary>The full resource id.</summary>
    public required ResourceIdentifier Id { get; init; }

    /// <summary>The scope map's name.</summary>
    public string Name => Id.Name;

    /// <summary>What its maker wrote about it; at most 256 characters.</summary>
    public string? Description { get; init; }

    /// <summary><c>UserDefined</c> or <c>SystemDefined</c>.</summary>
    public string? Type { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>How far the service is with it.</summary>
    public AcrProvisioningState ProvisioningState { get; init; }

    /// <summary>The actions, such as <c>repositories/samples/hello/content/write</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Who made it and who changed it last; null for those that come with the registry.</summary>
    public AcrSystemData? SystemData { get; init; }
}
