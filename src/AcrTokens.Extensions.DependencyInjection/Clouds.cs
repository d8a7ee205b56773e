namespace AcrTokens;

/// <summary>The clouds that a configuration can name.</summary>
internal static class Clouds
{
    private static readonly Dictionary<string, AcrCloud> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AcrCloud.AzurePublicCloud)] = AcrCloud.AzurePublicCloud,
        [nameof(AcrCloud.AzureChina)] = AcrCloud.AzureChina,
        [nameof(AcrCloud.AzureGovernment)] = AcrCloud.AzureGovernment,
    };

    public static string Names => string.Join(", ", Known.Keys);

    public static AcrCloud? Find(string? name) => name is null ? null : Known.GetValueOrDefault(name);
}
