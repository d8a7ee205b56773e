namespace AcrTokens.Tests;

/// <summary>The settings of every task, found by reflection.</summary>
internal static class SettingsKinds
{
    public static IReadOnlyList<AcrSettings> All { get; } =
    [
        .. typeof(AcrSettings)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(AcrSettings)) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (AcrSettings)Activator.CreateInstance(t)!),
    ];
}
