namespace AcrTokens;

/// <summary>The maximum number of tokens in a registry, as Microsoft documents it for each SKU.</summary>
internal static class TokenQuota
{
    public static int? Of(string? sku) =>
        sku?.ToUpperInvariant() switch
        {
            "BASIC" => 100,
            "STANDARD" => 500,
            "PREMIUM" => 50_000,
            _ => null,
        };
}
