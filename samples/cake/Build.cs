using AcrTokens;
using Cake.AcrTokens;
using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using Cake.Frosting;

return new CakeHost()
    .UseContext<BuildContext>()
    .UseTeardown<RevokeInTeardown>()
    .Run(args);

public sealed class BuildContext(ICakeContext context) : FrostingContext(context)
{
    private AcrTokenLease? lease;

    public string RegistryName => this.Argument("registry", "contoso.azurecr.io");

    public string Tag => this.Argument("tag", "1.0");

    public AcrTokenLease Lease
    {
        get => lease ?? throw new CakeException("No token was minted in this run of the build");
        set => lease = value;
    }

    public void Revoke() => this.AcrTokenRevoke(lease);
}

/// <summary>Runs after a failed task as well.</summary>
public sealed class RevokeInTeardown : FrostingTeardown<BuildContext>
{
    public override void Teardown(BuildContext context, ITeardownContext info) => context.Revoke();
}

[TaskName("MintPushToken")]
public sealed class MintPushToken : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        context.Lease = await context.AcrTokenMintAsync(s => s
            .SetRegistryName(context.RegistryName)
            .AddRepository("samples/hello", AcrPermission.Push)
            .AddRepository("dotnet/runtime", AcrPermission.Pull)
            .SetLifetime(TimeSpan.FromMinutes(30)));
    }
}

[TaskName("PublishImage")]
[IsDependentOn(typeof(MintPushToken))]
public sealed class PublishImage : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var server = context.Lease.GetLoginServer();
        var exitCode = context.StartProcess("dotnet", new ProcessSettings
        {
            Arguments = $"publish samples/hello -t:PublishContainer -p:ContainerRegistry={server} -p:ContainerImageTag={context.Tag} -p:ContainerBaseImage={server}/dotnet/runtime:10.0",
            EnvironmentVariables = new Dictionary<string, string>(context.Lease.GetDockerConfig().Variables),
        });
        if (exitCode != 0)
            throw new CakeException($"dotnet publish failed with exit code {exitCode}");
    }
}

[TaskName("RevokePushToken")]
[IsDependentOn(typeof(PublishImage))]
public sealed class RevokePushToken : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => context.AcrTokenRevoke(context.Lease);
}

[TaskName("ProveRevoked")]
[IsDependentOn(typeof(RevokePushToken))]
public sealed class ProveRevoked : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        if (context.Lease.CanLogIn())
            throw new CakeException($"The registry still accepts token {context.Lease.Name}");
    }
}

[TaskName("Default")]
[IsDependentOn(typeof(ProveRevoked))]
public sealed class Default : FrostingTask<BuildContext>;
