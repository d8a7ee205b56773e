namespace AcrTokens;

/// <summary>Fluent verbs of <see cref="AcrScopeMapCreateSettings"/>. Each returns a changed copy.</summary>
public static partial class AcrScopeMapCreateSettingsExtensions
{
    /// <summary>Adds permissions on a repository.</summary>
    public static AcrScopeMapCreateSettings AddRepository(this AcrScopeMapCreateSettings settings, string repository, AcrPermission permission) =>
        settings.SetScopes([.. settings.Scopes, new AcrRepositoryScope(repository, permission)]);

    /// <summary>Adds permissions on a gateway.</summary>
    public static AcrScopeMapCreateSettings AddGateway(this AcrScopeMapCreateSettings settings, string gateway, AcrGatewayPermission permission) =>
        settings.SetScopes([.. settings.Scopes, new AcrGatewayScope(gateway, permission)]);

    /// <summary>Removes all permissions on a repository.</summary>
    public static AcrScopeMapCreateSettings RemoveRepository(this AcrScopeMapCreateSettings settings, string repository) =>
        settings.SetScopes(settings.Scopes.Where(s => s is not AcrRepositoryScope r || !r.IsOn(repository, settings.OwnHosts)));

    /// <summary>Removes all permissions on a gateway.</summary>
    public static AcrScopeMapCreateSettings RemoveGateway(this AcrScopeMapCreateSettings settings, string gateway) =>
        settings.SetScopes(settings.Scopes.Where(s => s is not AcrGatewayScope g || g.Gateway != gateway));
}
