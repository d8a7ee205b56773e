#addin nuget:?package=Cake.AcrTokens&version=0.1.0&loaddependencies=true

var registry = Argument("registry", "contoso.azurecr.io");
var tag = Argument("tag", "1.0");

AcrTokenLease lease = null;

// Runs after a failed task and after a setup that threw as well. Synchronous, because Cake does not await a teardown.
Teardown(context => AcrTokenRevoke(lease));

Task("MintPushToken")
    .Does(() =>
    {
        lease = AcrTokenMint(s => s
            .SetRegistryName(registry)
            .AddRepository("samples/hello", AcrPermission.Push)
            .AddRepository("dotnet/runtime", AcrPermission.Pull)
            .SetLifetime(TimeSpan.FromMinutes(30)));
    });

Task("PublishImage")
    .IsDependentOn("MintPushToken")
    .Does(() =>
    {
        var server = lease.GetLoginServer();
        var exitCode = StartProcess("dotnet", new ProcessSettings
        {
            Arguments = $"publish ../hello -t:PublishContainer -p:ContainerRegistry={server} -p:ContainerImageTag={tag} -p:ContainerBaseImage={server}/dotnet/runtime:10.0",
            EnvironmentVariables = new Dictionary<string, string>(lease.GetDockerConfig().Variables),
        });
        if (exitCode != 0)
            throw new CakeException($"dotnet publish failed with exit code {exitCode}");
    });

Task("RevokePushToken")
    .IsDependentOn("PublishImage")
    .Does(() => AcrTokenRevoke(lease));

Task("ProveRevoked")
    .IsDependentOn("RevokePushToken")
    .Does(() =>
    {
        if (lease.CanLogIn())
            throw new CakeException($"The registry still accepts token {lease.Name}");
    });

RunTarget(Argument("target", "ProveRevoked"));
