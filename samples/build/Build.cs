using AcrTokens;
using Nuke.AcrTokens;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using static Nuke.AcrTokens.AcrTokenTasks;

/// <summary>Mints a token, pushes an image with it, revokes it, and proves that it is dead.</summary>
[RevokeAcrTokens]
class Build : NukeBuild
{
    public static int Main() => Execute<Build>(x => x.ProveRevoked);

    [Parameter("Registry to push to: name, login server or resource id. Default: an emulator in this process")]
    readonly string? PushRegistry;

    [Parameter("Resource group of the registry. Default: looked up")]
    readonly string? PushResourceGroup;

    [Parameter("Subscription of the registry. Default: AZURE_SUBSCRIPTION_ID, else the Azure CLI's")]
    readonly string? PushSubscriptionId;

    [Parameter("Tag of the image. Default: 1.0")]
    readonly string PushTag = "1.0";

    AcrTokenLease? lease;

    AcrTokenLease Lease => lease ?? throw new InvalidOperationException("No token was minted in this run of the build: --skip or --continue left out MintPushToken. Run the whole build");

    Target MintPushToken => _ => _
        .Executes(() =>
        {
            if (PushRegistry is null)
                Client = LocalRegistry.Start();

            lease = AcrTokenMint(s => s
                .SetRegistryName(PushRegistry ?? LocalRegistry.ResourceId)
                .SetResourceGroupName(PushResourceGroup)
                .SetSubscriptionId(PushSubscriptionId)
                .AddRepository("samples/hello", AcrPermission.Push)
                .AddRepository("dotnet/runtime", AcrPermission.Pull)
                .SetLifetime(TimeSpan.FromMinutes(30)));

            Report(("Token", Lease.Name));
        });

    Target PublishImage => _ => _
        .DependsOn(MintPushToken)
        .Executes(() =>
        {
            var digest = ContainerImage.Publish(RootDirectory / "samples" / "hello", Lease, PushTag);
            Report(("Image", $"{Lease.GetLoginServer()}/samples/hello:{PushTag}"), ("Digest", digest));
        });

    Target RevokePushToken => _ => _
        .TriggeredBy(MintPushToken)
        .After(PublishImage)
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => lease != null)
        .Executes(() =>
        {
            Lease.Revoke();
            Report(("Minted to revoked", $"{(Lease.RevokedOn - Lease.MintedOn)?.TotalSeconds:F1} s"));
        });

    Target ProveRevoked => _ => _
        .DependsOn(PublishImage, RevokePushToken)
        .AssuredAfterFailure()
        .OnlyWhenDynamic(() => lease != null)
        .Executes(() =>
        {
            Assert.False(Lease.CanLogIn(), $"The registry still accepts token {Lease.Name}");
            Report(("Login", "401"));
        });

    // NUKE accepts a summary only while a single target runs. After Ctrl+C the interrupted target is still running.
    void Report(params (string Key, string Value)[] pairs)
    {
        if (RunningTargets.Count == 1)
            ReportSummary(s => pairs.Aggregate(s, (summary, pair) => summary.AddPair(pair.Key, pair.Value)));
    }
}
