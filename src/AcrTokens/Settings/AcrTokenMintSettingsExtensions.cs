namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenMintSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrTokenMintSettingsExtensions
{
    /// <summary>Adds permissions on a repository.</summary>
    public static AcrTokenMintSettings AddRepository(this AcrTokenMintSettings settings, string repository, AcrPermission permission) =>
        settings.SetRepositories([.. settings.Repositories, new AcrRepositoryScope(repository, permission)]);

    /// <summary>
    /// Adds permissions on the repository of an image, such as <c>samples/app:1.2</c> or <c>contoso.azurecr.io/samples/app@sha256:…</c>. An image of
    /// another registry is refused.
    /// </summary>
    public static AcrTokenMintSettings AddImage(this AcrTokenMintSettings settings, string image, AcrPermission permission = AcrPermission.Push) =>
        settings.SetRepositories([.. settings.Repositories, AcrImageReference.ToScope(image, permission)]);

    /// <summary>Removes all permissions on a repository.</summary>
    public static AcrTokenMintSettings RemoveRepository(this AcrTokenMintSettings settings, string repository) =>
        settings.SetRepositories(settings.Repositories.Where(r => !r.IsOn(repository, settings.OwnHosts)));

    /// <summary>Uses one existing token: see <see cref="AcrTokenMintSettings.Tokens"/>.</summary>
    public static AcrTokenMintSettings SetToken(this AcrTokenMintSettings settings, string token) => settings.SetTokens(token);

    /// <summary>Adds an existing token: the mint uses whichever is free.</summary>
    public static AcrTokenMintSettings AddToken(this AcrTokenMintSettings settings, string token) => settings.SetTokens([.. settings.Tokens, token]);

    /// <summary>Removes an existing token.</summary>
    public static AcrTokenMintSettings RemoveToken(this AcrTokenMintSettings settings, string token) =>
        settings.SetTokens(settings.Tokens.Where(name => !string.Equals(name, token, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Renews the password in time, so that a push can take longer than <see cref="AcrTokenMintSettings.Lifetime"/>: at three quarters of each
    /// lifetime, until the lease ends.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="maximum">How long after the mint a password can be valid at most.</param>
    public static AcrTokenMintSettings EnableAutoRenew(this AcrTokenMintSettings settings, TimeSpan maximum) => settings.SetAutoRenew(maximum);

    /// <summary>Adds a host of the registry that the build uses.</summary>
    public static AcrTokenMintSettings AddLoginServer(this AcrTokenMintSettings settings, string loginServer) =>
        settings.SetLoginServers([.. settings.LoginServers, loginServer]);

    /// <summary>Removes a host, in any spelling.</summary>
    public static AcrTokenMintSettings RemoveLoginServer(this AcrTokenMintSettings settings, string loginServer) =>
        settings.SetLoginServers(settings.LoginServers.Where(host => !RegistryHost.AreSame(host, loginServer)));
}
