using AcrTokens.Emulator.Registry;

namespace AcrTokens.Emulator.State;

/// <summary>One registry: its identity, tokens, scope maps and images.</summary>
internal sealed class RegistryState
{
    public RegistryState(string name, AcrEmulatorOptions options, TimeProvider clock)
    {
        var createdAt = clock.GetUtcNow();
        Content = new RegistryContent(clock);
        Identity = new RegistryIdentity(options.SubscriptionId, options.ResourceGroupName, name, options.Location);
        CreatedAt = createdAt;
        Admin = new AdminUser(name, options.AdminUserEnabled);
        foreach (var map in SystemScopeMaps.At(createdAt))
        {
            ScopeMaps.Change(map.Name, _ => map);
        }

        SeedImage.AddTo(Content);
    }

    public RegistryIdentity Identity { get; }

    public DateTimeOffset CreatedAt { get; }

    public ResourceStore<StoredToken> Tokens { get; } = new();

    public EndedTokens EndedTokens { get; } = new();

    public ResourceStore<StoredScopeMap> ScopeMaps { get; } = new();

    public AdminUser Admin { get; }

    public RegistryContent Content { get; }

    /// <summary>The registry's addresses. Known once the ports are open.</summary>
    public EmulatorRegistry Address { get; set; } = null!;

    /// <summary>Whether the registry has the token, or had it a short time ago.</summary>
    public bool KnowsToken(string name) => Tokens.TryFind(name, out _) || EndedTokens.Contains(name);

    /// <summary>What a token may do; null if its scope map was deleted.</summary>
    public StoredScopeMap? ScopeMapOf(StoredToken token) =>
        Identity.NameIn("scopeMaps", token.ScopeMapId) is { } name && ScopeMaps.TryFind(name, out var found) ? found : null;

    public bool DeleteToken(string name, DateTimeOffset now)
    {
        if (!Tokens.Remove(name, out var token))
        {
            return false;
        }

        EndedTokens.Add(new EndedToken(token, now));
        return true;
    }
}
