using AcrTokens;
using AcrTokens.Benchmarks.Mint;
using Nuke.AcrTokens;
using Nuke.Common;
using static Nuke.AcrTokens.AcrTokenTasks;

/// <summary>A build that only mints and disables.</summary>
[RevokeAcrTokens]
[RedactAcrSecrets]
class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Publish);

    AcrTokenLease? lease;

    Target MintPushToken => _ => _
        .Executes(() =>
        {
            Client = new AcrClient(
                CredentialOfAzureIdentity.Create(),
                new AcrClientOptions { Cloud = new AcrCloud(new Uri(Variables.Read("ACR_EMULATOR_ARM")), "https://management.azure.com") });
            lease = AcrTokenMint(s => s
                .SetRegistryName("myregistry")
                .SetResourceGroupName("my-resource-group")
                .SetSubscriptionId(Variables.Read("AZURE_SUBSCRIPTION_ID"))
                .SetScopeMap("_repositories_push")
                .EnableKeepDisabled());
        });

    Target RevokePushToken => _ => _
        .DependsOn(MintPushToken)
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => lease != null)
        .Executes(() => lease!.Revoke());

    Target Publish => _ => _
        .DependsOn(RevokePushToken)
        .Executes(Assemblies.Tell);
}
