namespace AcrTokens.Emulator.SignIn;

/// <summary>What an access token can be for.</summary>
internal static class Audiences
{
    private const string DefaultScope = "/.default";

    private static readonly HashSet<string> ResourceManagers = new(StringComparer.OrdinalIgnoreCase)
    {
        "https://management.azure.com",
        "https://management.core.windows.net",
        "https://management.usgovcloudapi.net",
        "https://management.core.usgovcloudapi.net",
        "https://management.chinacloudapi.cn",
        "https://management.core.chinacloudapi.cn",
    };

    /// <summary>
    /// The resource that a scope is about, as in <c>https://management.azure.com//.default</c>, whose first slash is the resource's own; null where
    /// the scope is not of this form.
    /// </summary>
    public static string? OfScope(string scope) =>
        scope.Split(' ').FirstOrDefault(part => part.EndsWith(DefaultScope, StringComparison.Ordinal)) is { } found
            ? found[..^DefaultScope.Length]
            : null;

    /// <summary>Also the emulator's own address, which is what clients of a cloud of their own ask for.</summary>
    public static bool IsResourceManager(string audience, string ownHost) =>
        ResourceManagers.Contains(audience.TrimEnd('/')) || audience.TrimEnd('/').Equals("https://" + ownHost, StringComparison.OrdinalIgnoreCase);

    public static bool IsRegistry(string audience) =>
        audience.TrimEnd('/').Equals("https://containerregistry.azure.net", StringComparison.OrdinalIgnoreCase);
}
