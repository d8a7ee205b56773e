namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrTokenMintSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrTokenMintSettingsExtensions
{
    /// <summary>Lets the token do that on one more repository.</summary>
    public static AcrTokenMintSettings AddRepository(this AcrTokenMintSettings settings, string repository, AcrPermission permission) =>
        settings.SetRepositories([.. settings.Repositories, new AcrRepositoryScope(repository, permission)]);

    /// <summary>
    /// Lets the token do that on the repository of an image, such as <c>samples/app:1.2</c> or <c>contoso.azurecr.io/samples/app@sha256:…</c>. An
    /// image of another registry is refused.
    /// </summary>
    public static AcrTokenMintSettings AddImage(this AcrTokenMintSettings settings, string image, AcrPermission permission = AcrPermission.Push) =>
        settings.SetRepositories([.. settings.Repositories, AcrImageReference.ToScope(image, permission)]);

    /// <summary>Takes every permission on that repository away again.</summary>
    public static AcrTokenMintSettings RemoveRepository(this AcrTokenMintSettings settings, string repository) =>
        settings.SetRepositories(settings.Repositories.Where(r => !r.IsOn(repository, settings.OwnHosts)));

    /// <summary>Names one more host that the build reaches the registry by.</summary>
    public static AcrTokenMintSettings AddLoginServer(this AcrTokenMintSettings settings, string loginServer) =>
        settings.SetLoginServers([.. settings.LoginServers, loginServer]);

    /// <summary>Takes that host away again, however it is written.</summary>
    public static AcrTokenMintSettings RemoveLoginServer(this AcrTokenMintSettings settings, string loginServer) =>
        settings.SetLoginServers(settings.LoginServers.Where(host => !RegistryHost.AreSame(host, loginServer)));
}
