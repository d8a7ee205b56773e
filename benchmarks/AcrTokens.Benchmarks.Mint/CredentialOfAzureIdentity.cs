using Azure.Core;
using Azure.Identity;

namespace AcrTokens.Benchmarks.Mint;

/// <summary>Signs in as builds do. A separate type, so that the assembly is loaded only if it is used.</summary>
internal static class CredentialOfAzureIdentity
{
    public static TokenCredential Create() =>
        new ClientSecretCredential(
            Variables.Read("AZURE_TENANT_ID"),
            Variables.Read("AZURE_CLIENT_ID"),
            Variables.Read("AZURE_CLIENT_SECRET"),
            new ClientSecretCredentialOptions { AuthorityHost = new Uri(Variables.Read("AZURE_AUTHORITY_HOST")), DisableInstanceDiscovery = true }
        );
}
