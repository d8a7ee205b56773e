namespace AcrTokens.Emulator.Control;

/// <summary>What is there: as a file before the start, and as what the control API tells and takes. No secret is ever told.</summary>
internal sealed record Seed
{
    public IReadOnlyList<SeedRegistry> Registries { get; init; } = [];

    public IReadOnlyList<SeedClient> Clients { get; init; } = [];
}

/// <summary>Of a registry, which the options must name.</summary>
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

/// <summary>Of a token, whose scope map is named by its name.</summary>
internal sealed record SeedToken(string Name, string ScopeMap)
{
    public bool Enabled { get; init; } = true;

    public IReadOnlyList<SeedPassword> Passwords { get; init; } = [];
}

/// <summary>Of a password, whose value is needed to make it.</summary>
internal sealed record SeedPassword(string Name)
{
    public string? Value { get; init; }

    public DateTimeOffset? Expiry { get; init; }
}

/// <summary>Of an application that may sign in, with a federated token where it has no secret.</summary>
internal sealed record SeedClient(string Id)
{
    public string? Secret { get; init; }
}
