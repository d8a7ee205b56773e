namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class AdminPasswords
{
    [Theory]
    [InlineData("""Nuke.Common.Tools.Docker.DockerTasks.DockerLogin(s => s.SetPassword([|admin.Password!.Reveal()|]));""")]
    [InlineData("""LogIn(admin.Username, [|admin.Password2!.Reveal()|]);""")]
    [InlineData("""var password = admin.Password!.Reveal(); LogIn(admin.Username, [|password|]);""")]
    [InlineData("""LogIn(admin.Username, admin.Password?[|.Reveal()|] ?? "");""")]
    [InlineData("""var login = new System.Net.NetworkCredential(admin.Username, [|admin.Password!.Reveal()|]);""")]
    [InlineData("""var login = new System.Net.NetworkCredential { UserName = admin.Username, Password = [|admin.Password!.Reveal()|] };""")]
    [InlineData("""var login = new System.Net.NetworkCredential(); login.Password = [|admin.Password2!.Reveal()|];""")]
    [InlineData("""System.Diagnostics.Process.Start("docker")!.StandardInput.WriteLine([|admin.Password!.Reveal()|]);""")]
    public Task Login_of_the_admin_user_Triggers(string statements) => Check.SourceAsync<AdminPasswordLogsIn>(Script(statements));

    [Fact]
    public Task Message_Names_the_login() =>
        Check.SourceAsync<AdminPasswordLogsIn>(
            Script("LogIn(admin.Username, [|admin.Password!.Reveal()|]);"),
            "The admin user's password logs in through 'Build.LogIn': it never expires, and grants everything. Mint a token with 'AcrTokenMint'."
        );

    [Theory]
    [InlineData("new System.Net.NetworkCredential(admin.Username, [|admin.Password!.Reveal()|])", "NetworkCredential")]
    [InlineData("new System.Net.NetworkCredential { Password = [|admin.Password!.Reveal()|] }", "NetworkCredential.Password")]
    public Task Message_Names_the_credential(string credential, string name) =>
        Check.SourceAsync<AdminPasswordLogsIn>(
            Script($"var login = {credential};"),
            $"The admin user's password logs in through '{name}': it never expires, and grants everything. Mint a token with 'AcrTokenMint'."
        );

    [Theory]
    [InlineData("""LogIn(Lease.Name, Lease.Password.Reveal());""")]
    [InlineData("""Console.WriteLine(admin.Password!.Reveal().Length);""")]
    [InlineData("""Console.WriteLine(admin.Password);""")]
    [InlineData("""var login = new System.Net.NetworkCredential(Lease.Name, Lease.Password.Reveal());""")]
    [InlineData("""var text = new System.Text.StringBuilder(admin.Password!.Reveal());""")]
    public Task Other_use_DoesNotTrigger(string statements) => Check.SourceAsync<AdminPasswordLogsIn>(Script(statements));

    private static string Script(string statements) =>
        "using Nuke.Common.Tools.Docker;\n"
        + Build(
            $$"""
            static void LogIn(string user, string password) { }

            void Run()
            {
                var admin = AcrCredentialGet(s => s.SetRegistryName("contoso"));
                {{statements}}
            }
            """
        );
}
