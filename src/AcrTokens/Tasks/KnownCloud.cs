namespace AcrTokens;

/// <summary>One of Azure's clouds, with all by which something tells that it belongs there.</summary>
/// <param name="Name">Its property of <see cref="AcrCloud"/>.</param>
/// <param name="Cloud">Itself.</param>
/// <param name="Suffix">How its registries' login servers end.</param>
/// <param name="CliName">What the Azure CLI calls it.</param>
/// <param name="AuthorityHosts">Where one signs in to it.</param>
internal sealed record KnownCloud(string Name, AcrCloud Cloud, string Suffix, string CliName, string[] AuthorityHosts)
{
    private static readonly KnownCloud[] All =
    [
        new(
            nameof(AcrCloud.AzurePublicCloud),
            AcrCloud.AzurePublicCloud,
            ".azurecr.io",
            "AzureCloud",
            ["login.microsoftonline.com", "login.microsoft.com", "login.windows.net", "sts.windows.net"]
        ),
        new(
            nameof(AcrCloud.AzureChina),
            AcrCloud.AzureChina,
            ".azurecr.cn",
            "AzureChinaCloud",
            ["login.chinacloudapi.cn", "login.partner.microsoftonline.cn"]
        ),
        new(
            nameof(AcrCloud.AzureGovernment),
            AcrCloud.AzureGovernment,
            ".azurecr.us",
            "AzureUSGovernment",
            ["login.microsoftonline.us", "login-us.microsoftonline.com"]
        ),
    ];

    /// <summary>Null for a custom one, which nothing contradicts. Where it signs in is not looked at.</summary>
    public static KnownCloud? Of(AcrCloud cloud) => All.FirstOrDefault(known => known.Cloud with { AuthorityHost = cloud.AuthorityHost } == cloud);

    public static KnownCloud? OfLoginServer(string? loginServer) =>
        All.FirstOrDefault(known => loginServer?.EndsWith(known.Suffix, StringComparison.OrdinalIgnoreCase) == true);

    public static KnownCloud? OfAuthority(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var authority)
            ? All.FirstOrDefault(known => known.AuthorityHosts.Contains(authority.Host, StringComparer.OrdinalIgnoreCase))
            : null;

    public static KnownCloud? OfCli(string? environment) => All.FirstOrDefault(known => known.CliName == environment);
}
