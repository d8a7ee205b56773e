namespace AcrTokens;

/// <summary>One of Azure's clouds, with the values that identify it.</summary>
/// <param name="Name">The name of its property of <see cref="AcrCloud"/>.</param>
/// <param name="Cloud">The cloud.</param>
/// <param name="Suffix">The suffix of its registries' login servers.</param>
/// <param name="CliName">The Azure CLI's name.</param>
/// <param name="AuthorityHosts">The hosts of its authority.</param>
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

    /// <summary>Finds it by a cloud, ignoring the authority host; null for a custom cloud.</summary>
    public static KnownCloud? Of(AcrCloud cloud) => All.FirstOrDefault(known => known.Cloud with { AuthorityHost = cloud.AuthorityHost } == cloud);

    public static KnownCloud? OfLoginServer(string? loginServer) =>
        All.FirstOrDefault(known => loginServer?.EndsWith(known.Suffix, StringComparison.OrdinalIgnoreCase) == true);

    public static KnownCloud? OfAuthority(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var authority)
            ? All.FirstOrDefault(known => known.AuthorityHosts.Contains(authority.Host, StringComparer.OrdinalIgnoreCase))
            : null;

    public static KnownCloud? OfCli(string? environment) => All.FirstOrDefault(known => known.CliName == environment);
}
