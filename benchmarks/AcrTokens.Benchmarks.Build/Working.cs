using System.Diagnostics;
using AcrTokens;
using AcrTokens.Benchmarks.Mint;
using Nuke.AcrTokens;
using Nuke.Common;
using static Nuke.AcrTokens.AcrTokenTasks;

/// <summary>A build with a second of work on one thread before its push. --way says how it comes by its token.</summary>
[RevokeAcrTokens]
[RedactAcrSecrets]
class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.Publish);

    [Parameter("None, Late (minted after the work) or Ahead (prepared before it, and revoked in the background)")]
    readonly string Way = "None";

    AcrPreparedToken? prepared;
    AcrTokenLease? lease;

    Target Compile => _ => _
        .Executes(() =>
        {
            if (Way == "Ahead")
                prepared = AcrTokenPrepare(SetUp);

            var began = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1))
                Thread.SpinWait(100);
        });

    Target MintPushToken => _ => _
        .DependsOn(Compile)
        .OnlyWhenDynamic(() => Way != "None")
        .Executes(() => lease = prepared?.Mint() ?? AcrTokenMint(SetUp));

    Target RevokePushToken => _ => _
        .DependsOn(MintPushToken)
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => lease != null)
        .Executes(() =>
        {
            if (Way == "Ahead")
                lease!.BeginRevoke();
            else
                lease!.Revoke();
        });

    Target Publish => _ => _
        .DependsOn(RevokePushToken)
        .Executes(Assemblies.Tell);

    static AcrTokenMintSettings SetUp(AcrTokenMintSettings settings)
    {
        Client = new AcrClient(
            CredentialOfAzureIdentity.Create(),
            new AcrClientOptions { Cloud = new AcrCloud(new Uri(Variables.Read("ACR_EMULATOR_ARM")), "https://management.azure.com") });
        return settings
            .SetRegistryName("myregistry")
            .SetResourceGroupName("my-resource-group")
            .SetSubscriptionId(Variables.Read("AZURE_SUBSCRIPTION_ID"))
            .SetScopeMap("_repositories_push")
            .EnableKeepDisabled();
    }
}
