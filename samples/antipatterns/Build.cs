// What not to do. Each line that ends in a rule's id is flagged by that rule: a test compiles this file. See docs/analyzers.
using System.Diagnostics;
using System.IO;
using AcrTokens;
using Nuke.AcrTokens;
using Nuke.Common;
using static Nuke.AcrTokens.AcrTokenTasks;
using static Nuke.Common.Tools.Docker.DockerTasks;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Docker;

class Build : NukeBuild // ACRT1006
{
    AcrTokenLease lease = null!;

    readonly AcrTokenLease mintedByHelp = AcrTokenMint(s => s.SetRegistryName("contoso.azurecr.io").AddImage("samples/app:1.2")); // ACRT1007

    [Parameter] string? RegistryPassword;

    Target MintAndForget => _ => _
        .Executes(() =>
        {
            var push = AcrTokenMint(s => s.SetRegistryName("contoso.azurecr.io").AddImage("samples/app:1.2")); // ACRT1001
            Serilog.Log.Information("Pushing as {Token}", push.Name);
        });

    Target MintWithoutAwait => _ => _
        .Executes(async () => await AcrTokenMintAsync(s => s.SetRegistryName("contoso.azurecr.io").AddImage("samples/app:1.2"))); // ACRT1002

    Target RevokePushToken => _ => _
        .Executes(() => lease.Revoke()); // ACRT1003

    Target SkipTheRevoke => _ => _
        .Executes(() =>
        {
            var push = AcrTokenMint(s => s.SetRegistryName("contoso.azurecr.io").AddImage("samples/app:1.2"));
            Docker("push contoso.azurecr.io/samples/app:1.2");
            push.Revoke(); // ACRT1008
            push.Login(); // ACRT1010
        });

    Target HopeForTheRevoke => _ => _
        .AssuredAfterFailure()
        .Executes(() =>
        {
            lease.RevokeAsync(); // ACRT1009
        });

    Target PrepareForNothing => _ => _
        .Executes(() =>
        {
            var prepared = AcrTokenPrepare(s => s.SetRegistryName("contoso.azurecr.io").AddImage("samples/app:1.2")); // ACRT1011
            Serilog.Log.Information("Prepared {Token}", prepared.Name);
        });

    Target ThrowPasswordAway => _ => _
        .Executes(() =>
        {
            AcrTokenCredentialGenerate(s => s.SetRegistryName("contoso.azurecr.io").SetName(lease.Name).SetLifetime(TimeSpan.FromMinutes(30))); // ACRT1004
        });

    Target ShareOneToken => _ => _
        .Executes(() => AcrTokenCreate(s => s
            .SetRegistryName("contoso.azurecr.io")
            .SetName("ci-push") // ACRT1005
            .SetScopeMap("_repositories_admin"))); // ACRT3004

    Target PrintPassword => _ => _
        .Executes(() =>
        {
            Serilog.Log.Information("Logging in with {Password}", lease.Password.Reveal()); // ACRT2001
            Console.WriteLine($"docker login -p {lease.Password.Reveal()}"); // ACRT2001
            Assert.True(lease.CanLogIn(), "No login with " + lease.Password.Reveal()); // ACRT2001
            var password = lease.Password.Reveal();
            throw new InvalidOperationException($"No login with {password}"); // ACRT2001
        });

    Target ShowPasswordToOtherProcesses => _ => _
        .Executes(() =>
        {
            DockerLogin(s => s.SetUsername(lease.Name).SetPassword(lease.Password.Reveal())); // ACRT2002
            Docker($"login -u {lease.Name} -p {lease.Password.Reveal()}"); // ACRT2002
            Process.Start("docker", $"login -u {lease.Name} -p {lease.Password.Reveal()}"); // ACRT2002
        });

    Target KeepPassword => _ => _
        .Executes(() =>
        {
            RegistryPassword = lease.Password.Reveal(); // ACRT2003
            Environment.SetEnvironmentVariable("REGISTRY_PASSWORD", lease.Password.Reveal()); // ACRT2003
        });

    Target HandPasswordToEveryone => _ => _
        .Executes(() =>
        {
            File.AppendAllText(Environment.GetEnvironmentVariable("GITHUB_OUTPUT")!, $"password={lease.Password.Reveal()}"); // ACRT2004
            Environment.SetEnvironmentVariable("DOCKER_CONFIG", lease.GetDockerConfig().Directory); // ACRT2006
        });

    Target LogInAsAdmin => _ => _
        .Executes(() =>
        {
            var admin = AcrCredentialGet(s => s.SetRegistryName("contoso.azurecr.io"));
            var login = new System.Net.NetworkCredential(admin.Username, "");
            LogIn(login, admin.Password!.Reveal()); // ACRT2005
        });

    static void LogIn(System.Net.NetworkCredential login, string password) => login.Password = password;

    static T Publish<T>(T settings, AcrTokenLease push) where T : ToolOptions => settings
        .SetAcrContainerVariables(push) // ACRT2007
        .AddProcessAdditionalArguments("-bl");

    Target ForgetSettings => _ => _
        .Executes(() =>
        {
            lease = AcrTokenMint(s => s.SetRegistryName("contoso.azurecr.io")); // ACRT3001
            AcrTokenDelete(s => s.SetRegistryName("contoso.azurecr.io")); // ACRT3001
        });

    Target GetNamesWrong => _ => _
        .Executes(() =>
        {
            lease = AcrTokenMint(s => s
                .SetRegistryName("contoso.westeurope.data.azurecr.io") // ACRT3002
                .SetNamePrefix("my_builds") // ACRT3002
                .AddRepository("samples/app:1.2", AcrPermission.Push) // ACRT3002
                .AddRepository("samples/*/app", AcrPermission.Pull) // ACRT3002
                .SetLifetime(TimeSpan.FromSeconds(10))); // ACRT3002
        });

    Target TrustForever => _ => _
        .Executes(() =>
        {
            var forever = AcrTokenCredentialGenerate(s => s.SetRegistryName("contoso.azurecr.io").SetName(lease.Name)); // ACRT3003
            var month = AcrTokenCredentialGenerate(s => s
                .SetRegistryName("contoso.azurecr.io")
                .SetName(lease.Name)
                .SetLifetime(TimeSpan.FromDays(30))); // ACRT3003
        });

    Target ReachEverything => _ => _
        .Executes(() =>
        {
            lease = AcrTokenMint(s => s.SetRegistryName("contoso.azurecr.io").AddRepository("*", AcrPermission.Push)); // ACRT3004
        });
}
