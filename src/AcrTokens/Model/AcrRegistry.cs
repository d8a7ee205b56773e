using Azure.Core;

namespace AcrTokens;

/// <summary>A container registry, as the service describes it.</summary>
public sealed record AcrRegistry
{
    /// <summary>The full resource id.</summary>
    public required ResourceIdentifier Id { get; init; }

    /// <summary>The registry's name.</summary>
    public string Name => Id.Name;

    /// <summary>The host to push to. It may carry a hash, so it is never made up from the name.</summary>
    public required string LoginServer { get; init; }

    /// <summary><c>Basic</c>, <c>Standard</c>, <c>Premium</c> or <c>Classic</c>.</summary>
    public string? Sku { get; init; }

    /// <summary>Whether the registry's admin user may log in.</summary>
    public bool AdminUserEnabled { get; init; }
}
