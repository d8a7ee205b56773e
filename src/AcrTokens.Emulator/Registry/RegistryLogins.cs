using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Registry;

/// <summary>Authenticates logins to a registry, and decides their rights.</summary>
internal sealed class RegistryLogins(EmulatorState state, AccessTokens tokens)
{
    /// <summary>The user name for a refresh token in place of a password, as <c>az acr login</c> stores both.</summary>
    private const string RefreshTokenUser = "00000000-0000-0000-0000-000000000000";

    /// <summary>Grants every requested right.</summary>
    public static IReadOnlyList<string> Everything(AccessScope asked) =>
        asked.Type == AccessScope.Repository && asked.Actions.Contains("*") ? [.. ScopeMapGrants.AllActions] : asked.Actions;

    /// <summary>Returns the function that reduces requested rights to the user's own.</summary>
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

        return asked => registry.ScopeMapOf(token) is { } map ? ScopeMapGrants.Of(map, asked) : [];
    }
}
