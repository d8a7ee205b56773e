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
}
