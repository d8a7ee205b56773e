namespace AcrTokens.Emulator.SignIn;

/// <summary>The audiences of access tokens.</summary>
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
    /// The resource in a scope such as <c>https://management.azure.com//.default</c>, where the first slash is the resource's own; null if
    /// the scope is not of this form.
    /// </summary>
    public static string? OfScope(string scope) =>
        scope.Split(' ').FirstOrDefault(part => part.EndsWith(DefaultScope, StringComparison.Ordinal)) is { } found
            ? found[..^DefaultScope.Length]
            : null;

    /// <summary>Whether the audience is Resource Manager. Clients with a custom cloud request the emulator's own address.</summary>
    public static bool IsResourceManager(string audience, string ownHost) =>
        ResourceManagers.Contains(audience.TrimEnd('/')) || audience.TrimEnd('/').Equals("https://" + ownHost, StringComparison.OrdinalIgnoreCase);

    public static bool IsRegistry(string audience) =>
        audience.TrimEnd('/').Equals("https://containerregistry.azure.net", StringComparison.OrdinalIgnoreCase);
}
