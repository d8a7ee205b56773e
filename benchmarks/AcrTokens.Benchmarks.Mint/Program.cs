using AcrTokens;
using AcrTokens.Benchmarks.Mint;
using Azure.Core;

// Does what a build does with the library, and nothing else: sign in, mint, disable. One cold process.
// "bare" signs in without Azure.Identity, to measure its cost. "parts" prints where the time went.
Parts.Begin(args.Contains("parts"));
TokenCredential credential = args.Contains("bare") ? new BareCredential() : CredentialOfAzureIdentity.Create();
Parts.Note("credential made");
if (Parts.Wanted)
{
    await credential.GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), CancellationToken.None);
    Parts.Note("signed in");
}

var client = new AcrClient(
    credential,
    new AcrClientOptions { Cloud = new AcrCloud(new Uri(Variables.Read("ACR_EMULATOR_ARM")), "https://management.azure.com") }
);
await using var lease = await client.MintTokenAsync(
    new AcrTokenMintSettings()
        .SetRegistryName("myregistry")
        .SetResourceGroupName("my-resource-group")
        .SetSubscriptionId(Variables.Read("AZURE_SUBSCRIPTION_ID"))
        .SetScopeMap("_repositories_push")
        .EnableKeepDisabled()
);
Parts.Note("minted");
await lease.RevokeAsync();
Parts.Note("disabled");
return lease.RevokedOn is null ? 1 : 0;
