namespace AcrTokens;

/// <summary>How many tokens a registry holds at most, as Microsoft documents it for its SKU.</summary>
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
