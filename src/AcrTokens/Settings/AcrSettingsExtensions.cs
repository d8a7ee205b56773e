using Azure.Core;

namespace AcrTokens;

/// <summary>Fluent verbs of every task's settings. Each returns a changed copy.</summary>
public static class AcrSettingsExtensions
{
    /// <inheritdoc cref="AcrSettings.RegistryName"/>
    public static T SetRegistryName<T>(this T settings, string? registryName)
        where T : AcrSettings => settings with { RegistryName = registryName };

    /// <inheritdoc cref="AcrSettings.RegistryName"/>
    public static T ResetRegistryName<T>(this T settings)
        where T : AcrSettings => settings with { RegistryName = null };

    /// <inheritdoc cref="AcrSettings.ResourceGroupName"/>
    public static T SetResourceGroupName<T>(this T settings, string? resourceGroupName)
        where T : AcrSettings => settings with { ResourceGroupName = resourceGroupName };

    /// <inheritdoc cref="AcrSettings.ResourceGroupName"/>
    public static T ResetResourceGroupName<T>(this T settings)
        where T : AcrSettings => settings with { ResourceGroupName = null };

    /// <inheritdoc cref="AcrSettings.SubscriptionId"/>
    public static T SetSubscriptionId<T>(this T settings, string? subscriptionId)
        where T : AcrSettings => settings with { SubscriptionId = subscriptionId };

    /// <inheritdoc cref="AcrSettings.SubscriptionId"/>
    public static T ResetSubscriptionId<T>(this T settings)
        where T : AcrSettings => settings with { SubscriptionId = null };

    /// <inheritdoc cref="AcrSettings.Credential"/>
    public static T SetCredential<T>(this T settings, TokenCredential? credential)
        where T : AcrSettings => settings with { Credential = credential };

    /// <inheritdoc cref="AcrSettings.Credential"/>
    public static T ResetCredential<T>(this T settings)
        where T : AcrSettings => settings with { Credential = null };

    /// <inheritdoc cref="AcrSettings.Cloud"/>
    public static T SetCloud<T>(this T settings, AcrCloud? cloud)
        where T : AcrSettings => settings with { Cloud = cloud };

    /// <inheritdoc cref="AcrSettings.Cloud"/>
    public static T ResetCloud<T>(this T settings)
        where T : AcrSettings => settings with { Cloud = null };

    /// <inheritdoc cref="AcrSettings.Client"/>
    public static T SetClient<T>(this T settings, AcrClient? client)
        where T : AcrSettings => settings with { Client = client };

    /// <inheritdoc cref="AcrSettings.Client"/>
    public static T ResetClient<T>(this T settings)
        where T : AcrSettings => settings with { Client = null };

    /// <summary>
    /// Names the registry by its full resource id, or, in settings that name a token or a scope map, both by the full resource id of that.
    /// </summary>
    public static T SetResourceId<T>(this T settings, string resourceId)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(settings);
        return (T)settings.WithResourceId(resourceId);
    }

    /// <summary>Names the registry by what the library returned for it.</summary>
    public static T SetRegistry<T>(this T settings, AcrRegistry registry)
        where T : AcrSettings
    {
        ArgumentNullException.ThrowIfNull(registry);
        return settings.SetRegistryName(registry.Id.ToString());
    }
}
