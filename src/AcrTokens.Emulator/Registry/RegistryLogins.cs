using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Registry;

/// <summary>Who may log in to a registry, and what they may then do.</summary>
internal sealed class RegistryLogins(EmulatorState state, AccessTokens tokens)
{
    /// <summary>The user name that goes with a refresh token in place of a password, as <c>az acr login</c> stores the two.</summary>
    private const string RefreshTokenUser = "00000000-0000-0000-0000-000000000000";

    /// <summary>Whatever is asked for.</summary>
    public static IReadOnlyList<string> Everything(AccessScope asked) =>
        asked.Type == AccessScope.Repository && asked.Actions.Contains("*") ? [.. ScopeMapGrants.AllActions] : asked.Actions;

    /// <summary>What the user may do of what is asked for.</summary>
    public Func<AccessScope, IReadOnlyList<string>> WithPassword(RegistryState registry, string audience, string user, string password)
    {
        if (registry.Admin.Accepts(user, password) || (user == RefreshTokenUser && tokens.ReadRefresh(password, audience) is not null))
        {
            return Everything;
        }

        if (!registry.Tokens.TryFind(user, out var token))
        {
            throw user == RefreshTokenUser || (registry.Admin.Enabled && user.Equals(registry.Admin.Name, StringComparison.OrdinalIgnoreCase))
                ? RegistryErrors.LoginRefused()
                : RegistryErrors.UnknownUser();
        }

        var now = state.Clock.GetUtcNow();
        if (!token.Enabled || !token.Passwords.Any(p => p.Matches(password) && p.IsUsable(now)))
        {
            throw RegistryErrors.LoginRefused();
        }

        var map = registry.Identity.NameIn("scopeMaps", token.ScopeMapId);
        return asked => map is not null && registry.ScopeMaps.TryFind(map, out var found) ? ScopeMapGrants.Of(found, asked) : [];
    }
}
