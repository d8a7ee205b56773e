namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrScopeMapUpdateSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrScopeMapUpdateSettingsExtensions
{
    /// <inheritdoc cref="AcrScopeMapUpdateSettings.AddedScopes"/>
    public static AcrScopeMapUpdateSettings SetAddedScopes(this AcrScopeMapUpdateSettings settings, params IEnumerable<AcrScope> scopes) =>
        settings with
        {
            AddedScopes = [.. scopes],
        };

    /// <inheritdoc cref="AcrScopeMapUpdateSettings.RemovedScopes"/>
    public static AcrScopeMapUpdateSettings SetRemovedScopes(this AcrScopeMapUpdateSettings settings, params IEnumerable<AcrScope> scopes) =>
        settings with
        {
            RemovedScopes = [.. scopes],
        };

    /// <summary>Adds permissions on a repository.</summary>
    public static AcrScopeMapUpdateSettings AddRepository(this AcrScopeMapUpdateSettings settings, string repository, AcrPermission permission) =>
        settings.SetAddedScopes([.. settings.AddedScopes, new AcrRepositoryScope(repository, permission)]);

    /// <summary>Removes permissions on a repository. Removing push removes pull too, which is part of it.</summary>
    public static AcrScopeMapUpdateSettings RemoveRepository(this AcrScopeMapUpdateSettings settings, string repository, AcrPermission permission) =>
        settings.SetRemovedScopes([.. settings.RemovedScopes, new AcrRepositoryScope(repository, permission)]);

    /// <summary>Removes all permissions on a repository.</summary>
    public static AcrScopeMapUpdateSettings RemoveRepository(this AcrScopeMapUpdateSettings settings, string repository) =>
        settings.RemoveRepository(repository, AcrPermission.All);

    /// <summary>Adds permissions on a gateway.</summary>
    public static AcrScopeMapUpdateSettings AddGateway(this AcrScopeMapUpdateSettings settings, string gateway, AcrGatewayPermission permission) =>
        settings.SetAddedScopes([.. settings.AddedScopes, new AcrGatewayScope(gateway, permission)]);

    /// <summary>Removes permissions on a gateway.</summary>
    public static AcrScopeMapUpdateSettings RemoveGateway(this AcrScopeMapUpdateSettings settings, string gateway, AcrGatewayPermission permission) =>
        settings.SetRemovedScopes([.. settings.RemovedScopes, new AcrGatewayScope(gateway, permission)]);
}
