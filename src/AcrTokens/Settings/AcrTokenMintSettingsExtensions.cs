namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenMintSettings"/>. Each returns a changed copy.</summary>
public static class AcrTokenMintSettingsExtensions
{
    private static readonly AcrTokenMintSettings Default = new();

    /// <inheritdoc cref="AcrTokenMintSettings.NamePrefix"/>
    public static AcrTokenMintSettings SetNamePrefix(this AcrTokenMintSettings settings, string namePrefix) => settings with { NamePrefix = namePrefix };

    /// <inheritdoc cref="AcrTokenMintSettings.NamePrefix"/>
    public static AcrTokenMintSettings ResetNamePrefix(this AcrTokenMintSettings settings) => settings with { NamePrefix = Default.NamePrefix };

    /// <inheritdoc cref="AcrTokenMintSettings.Lifetime"/>
    public static AcrTokenMintSettings SetLifetime(this AcrTokenMintSettings settings, TimeSpan lifetime) => settings with { Lifetime = lifetime };

    /// <inheritdoc cref="AcrTokenMintSettings.Lifetime"/>
    public static AcrTokenMintSettings ResetLifetime(this AcrTokenMintSettings settings) => settings with { Lifetime = Default.Lifetime };

    /// <inheritdoc cref="AcrTokenMintSettings.MaximumLifetime"/>
    public static AcrTokenMintSettings SetMaximumLifetime(this AcrTokenMintSettings settings, TimeSpan maximumLifetime) => settings with { MaximumLifetime = maximumLifetime };

    /// <inheritdoc cref="AcrTokenMintSettings.MaximumLifetime"/>
    public static AcrTokenMintSettings ResetMaximumLifetime(this AcrTokenMintSettings settings) => settings with { MaximumLifetime = Default.MaximumLifetime };

    /// <inheritdoc cref="AcrTokenMintSettings.Repositories"/>
    public static AcrTokenMintSettings SetRepositories(this AcrTokenMintSettings settings, params IEnumerable<AcrRepositoryScope> repositories) =>
        settings with { Repositories = [.. repositories] };

    /// <summary>Lets the token do that on one more repository.</summary>
    public static AcrTokenMintSettings AddRepository(this AcrTokenMintSettings settings, string repository, AcrPermission permission) =>
        settings.SetRepositories([.. settings.Repositories, new AcrRepositoryScope(repository, permission)]);

    /// <summary>Lets the token do that on the repository of an image, such as <c>samples/app:1.2</c> or <c>contoso.azurecr.io/samples/app@sha256:…</c>. An image of another registry is refused.</summary>
    public static AcrTokenMintSettings AddImage(this AcrTokenMintSettings settings, string image, AcrPermission permission = AcrPermission.Push) =>
        settings.SetRepositories([.. settings.Repositories, AcrImageReference.ToScope(image, permission)]);

    /// <summary>Takes every permission on that repository away again.</summary>
    public static AcrTokenMintSettings RemoveRepository(this AcrTokenMintSettings settings, string repository) =>
        settings.SetRepositories(settings.Repositories.Where(r => !r.IsOn(repository, settings.OwnHosts)));

    /// <inheritdoc cref="AcrTokenMintSettings.Repositories"/>
    public static AcrTokenMintSettings ClearRepositories(this AcrTokenMintSettings settings) => settings.SetRepositories();

    /// <inheritdoc cref="AcrTokenMintSettings.ScopeMap"/>
    public static AcrTokenMintSettings SetScopeMap(this AcrTokenMintSettings settings, string? scopeMap) => settings with { ScopeMap = scopeMap };

    /// <inheritdoc cref="AcrTokenMintSettings.ScopeMap"/>
    public static AcrTokenMintSettings ResetScopeMap(this AcrTokenMintSettings settings) => settings with { ScopeMap = null };

    /// <inheritdoc cref="AcrTokenMintSettings.KeepDisabled"/>
    public static AcrTokenMintSettings SetKeepDisabled(this AcrTokenMintSettings settings, bool keepDisabled) => settings with { KeepDisabled = keepDisabled };

    /// <inheritdoc cref="AcrTokenMintSettings.KeepDisabled"/>
    public static AcrTokenMintSettings EnableKeepDisabled(this AcrTokenMintSettings settings) => settings.SetKeepDisabled(true);

    /// <inheritdoc cref="AcrTokenMintSettings.KeepDisabled"/>
    public static AcrTokenMintSettings DisableKeepDisabled(this AcrTokenMintSettings settings) => settings.SetKeepDisabled(false);

    /// <inheritdoc cref="AcrTokenMintSettings.KeepDisabled"/>
    public static AcrTokenMintSettings ToggleKeepDisabled(this AcrTokenMintSettings settings) => settings.SetKeepDisabled(!settings.KeepDisabled);

    /// <inheritdoc cref="AcrTokenMintSettings.KeepDisabled"/>
    public static AcrTokenMintSettings ResetKeepDisabled(this AcrTokenMintSettings settings) => settings.SetKeepDisabled(Default.KeepDisabled);

    /// <inheritdoc cref="AcrTokenMintSettings.RevocationProof"/>
    public static AcrTokenMintSettings SetRevocationProof(this AcrTokenMintSettings settings, bool revocationProof) => settings with { RevocationProof = revocationProof };

    /// <inheritdoc cref="AcrTokenMintSettings.RevocationProof"/>
    public static AcrTokenMintSettings EnableRevocationProof(this AcrTokenMintSettings settings) => settings.SetRevocationProof(true);

    /// <inheritdoc cref="AcrTokenMintSettings.RevocationProof"/>
    public static AcrTokenMintSettings DisableRevocationProof(this AcrTokenMintSettings settings) => settings.SetRevocationProof(false);

    /// <inheritdoc cref="AcrTokenMintSettings.RevocationProof"/>
    public static AcrTokenMintSettings ToggleRevocationProof(this AcrTokenMintSettings settings) => settings.SetRevocationProof(!settings.RevocationProof);

    /// <inheritdoc cref="AcrTokenMintSettings.RevocationProof"/>
    public static AcrTokenMintSettings ResetRevocationProof(this AcrTokenMintSettings settings) => settings.SetRevocationProof(Default.RevocationProof);

    /// <inheritdoc cref="AcrTokenMintSettings.UserDockerConfig"/>
    public static AcrTokenMintSettings SetUserDockerConfig(this AcrTokenMintSettings settings, bool userDockerConfig) => settings with { UserDockerConfig = userDockerConfig };

    /// <inheritdoc cref="AcrTokenMintSettings.UserDockerConfig"/>
    public static AcrTokenMintSettings EnableUserDockerConfig(this AcrTokenMintSettings settings) => settings.SetUserDockerConfig(true);

    /// <inheritdoc cref="AcrTokenMintSettings.UserDockerConfig"/>
    public static AcrTokenMintSettings DisableUserDockerConfig(this AcrTokenMintSettings settings) => settings.SetUserDockerConfig(false);

    /// <inheritdoc cref="AcrTokenMintSettings.UserDockerConfig"/>
    public static AcrTokenMintSettings ToggleUserDockerConfig(this AcrTokenMintSettings settings) => settings.SetUserDockerConfig(!settings.UserDockerConfig);

    /// <inheritdoc cref="AcrTokenMintSettings.UserDockerConfig"/>
    public static AcrTokenMintSettings ResetUserDockerConfig(this AcrTokenMintSettings settings) => settings.SetUserDockerConfig(Default.UserDockerConfig);

    /// <inheritdoc cref="AcrTokenMintSettings.LoginServers"/>
    public static AcrTokenMintSettings SetLoginServers(this AcrTokenMintSettings settings, params IEnumerable<string> loginServers) =>
        settings with { LoginServers = [.. loginServers] };

    /// <summary>Names one more host that the build reaches the registry by.</summary>
    public static AcrTokenMintSettings AddLoginServer(this AcrTokenMintSettings settings, string loginServer) =>
        settings.SetLoginServers([.. settings.LoginServers, loginServer]);

    /// <summary>Takes that host away again, however it is written.</summary>
    public static AcrTokenMintSettings RemoveLoginServer(this AcrTokenMintSettings settings, string loginServer) =>
        settings.SetLoginServers(settings.LoginServers.Where(host => !RegistryHost.AreSame(host, loginServer)));

    /// <inheritdoc cref="AcrTokenMintSettings.LoginServers"/>
    public static AcrTokenMintSettings ClearLoginServers(this AcrTokenMintSettings settings) => settings.SetLoginServers();
}
