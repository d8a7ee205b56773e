using Azure.Core;
using Azure.Identity;

namespace AcrTokens;

/// <summary>An Azure cloud: its Resource Manager's address and the audience of its access tokens.</summary>
/// <param name="ResourceManagerEndpoint">Resource Manager's address; https only.</param>
/// <param name="Audience">The audience of access tokens, usually the endpoint itself.</param>
public sealed record AcrCloud(Uri ResourceManagerEndpoint, string Audience)
{
    internal const string AuthorityHostVariable = "AZURE_AUTHORITY_HOST";

    /// <summary>The global cloud: the default.</summary>
    public static AcrCloud AzurePublicCloud { get; } = new("https://management.azure.com/", null);

    /// <summary>Azure operated by 21Vianet in China.</summary>
    public static AcrCloud AzureChina { get; } = new("https://management.chinacloudapi.cn/", AzureAuthorityHosts.AzureChina);

    /// <summary>Azure for the United States government.</summary>
    public static AcrCloud AzureGovernment { get; } = new("https://management.usgovcloudapi.net/", AzureAuthorityHosts.AzureGovernment);

    private AcrCloud(string endpoint, Uri? authorityHost)
        : this(new Uri(endpoint), endpoint.TrimEnd('/')) => AuthorityHost = authorityHost;

    /// <summary>
    /// The authority that the default credential signs in at. Default for China and the United States government: the cloud's authority. Default for
    /// the global cloud and custom clouds: the environment's <c>AZURE_AUTHORITY_HOST</c>, else the global cloud's authority.
    /// </summary>
    public Uri? AuthorityHost { get; init; }

    internal string Scope => $"{Audience.TrimEnd('/')}/.default";

    internal TokenCredential CreateDefaultCredential() => new DefaultAzureCredential(CreateCredentialOptions());

    internal DefaultAzureCredentialOptions CreateCredentialOptions()
    {
        var options = new DefaultAzureCredentialOptions(); // reads the environment's authority
        if (AuthorityHost is not null)
        {
            options.AuthorityHost = AuthorityHost;
            options.DisableInstanceDiscovery = !IsAzures(AuthorityHost); // the global cloud would be asked, and does not know a private one
        }

        options.AddPolicy(new UntrustedCertificatePolicy(), HttpPipelinePosition.PerRetry);
        return options;
    }

    private static bool IsAzures(Uri authority) =>
        authority == AzureAuthorityHosts.AzurePublicCloud
        || authority == AzureAuthorityHosts.AzureChina
        || authority == AzureAuthorityHosts.AzureGovernment;

    internal void Check(Mistakes mistakes)
    {
        var endpoint = ResourceManagerEndpoint;
        if (endpoint is null)
            mistakes.Add("the cloud has no endpoint");
        else if (!endpoint.IsAbsoluteUri || endpoint.Scheme != Uri.UriSchemeHttps)
            mistakes.Add($"the cloud's endpoint '{endpoint}' is not an absolute https address");
        else if (endpoint.PathAndQuery != "/" || endpoint.UserInfo.Length > 0)
            mistakes.Add($"the cloud's endpoint 'https://{endpoint.Authority}' takes no path, query or user");

        mistakes.AddIf(
            AuthorityHost is { } authority && (!authority.IsAbsoluteUri || authority.Scheme != Uri.UriSchemeHttps),
            $"the cloud's authority host '{AuthorityHost}' is not an absolute https address"
        );
        mistakes.AddIf(string.IsNullOrWhiteSpace(Audience), "the cloud has no audience");
    }
}
