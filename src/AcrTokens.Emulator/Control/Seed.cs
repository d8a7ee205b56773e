namespace AcrTokens.Emulator.Control;

/// <summary>The emulator's state, as a seed file and as the control API reads and returns it. Secrets are never returned.</summary>
internal sealed record Seed
{
    public IReadOnlyList<SeedRegistry> Registries { get; init; } = [];

    public IReadOnlyList<SeedClient> Clients { get; init; } = [];
}

/// <summary>A registry in a seed. The options must name it.</summary>
internal sealed record SeedRegistry(string Name)
{
    public bool? AdminUserEnabled { get; init; }

    public IReadOnlyList<SeedScopeMap> ScopeMaps { get; init; } = [];

    public IReadOnlyList<SeedToken> Tokens { get; init; } = [];
}

internal sealed record SeedScopeMap(string Name, IReadOnlyList<string> Actions)
{
    public string? Description { get; init; }
}

/// <summary>A token in a seed. Its scope map is given by name.</summary>
internal sealed record SeedToken(string Name, string ScopeMap)
{
    public bool Enabled { get; init; } = true;

    public IReadOnlyList<SeedPassword> Passwords { get; init; } = [];
}

/// <summary>A password in a seed. Its value is required to create it.</summary>
internal sealed record SeedPassword(string Name)
{
    public string? Value { get; init; }

    public DateTimeOffset? Expiry { get; init; }
}

/// <summary>An application that may sign in. Without a secret it needs a federated token.</summary>
internal sealed record SeedClient(string Id)
{
    public string? Secret { get; init; }
}
