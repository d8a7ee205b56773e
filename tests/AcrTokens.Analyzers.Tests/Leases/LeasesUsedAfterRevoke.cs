namespace AcrTokens.Analyzers.Tests;

using static Sources;

public sealed class LeasesUsedAfterRevoke
{
    [Theory]
    [InlineData("open.Revoke(); [|open|].Login();")]
    [InlineData("open?.Dispose(); var config = [|open|].GetDockerConfig();")]
    [InlineData("open.RevokeAsync().Wait(); var password = [|open|].Password.Reveal();")]
    [InlineData("open.Revoke(); if (open.RevokedOn != null) { foreach (var (a, b) in [|open|].RevealContainerVariables()) { } }")]
    [InlineData("open.Revoke(); Nuke.Common.Tools.Docker.DockerTasks.DockerLogin(s => s); Use([|open|].Password); void Use(AcrSecret password) { }")]
    public Task Login_behind_the_revoke_Triggers(string statements) => Check.SourceAsync<LeaseIsUsedAfterRevoke>(Method(statements));

    [Fact]
    public Task Message_Names_the_lease() =>
        Check.SourceAsync<LeaseIsUsedAfterRevoke>(
            Method("open.Revoke(); [|open|].Login();"),
            "Lease 'open' is revoked before this, so that its login fails. Revoke it after the last use."
        );

    [Theory]
    [InlineData("open.Login(); open.Revoke();")]
    [InlineData("open.Revoke(); Console.WriteLine(open.Name); Console.WriteLine(open.CanLogIn());")]
    [InlineData("if (open.IsDetached) { open.Revoke(); return; } open.Login();")]
    [InlineData("open.Revoke(); open = AcrTokenMint(s => s); open.Login(); lease = open;")]
    [InlineData("Action end = () => open.Revoke(); open.Login(); end();")]
    [InlineData("open.Revoke(); Action log = () => open.Login();")]
    [InlineData("open.Revoke(); Console.WriteLine(open.Password.Fingerprint);")]
    public Task Other_use_DoesNotTrigger(string statements) => Check.SourceAsync<LeaseIsUsedAfterRevoke>(Method(statements));

    private static string Method(string statements) => Build($$"""void Run(AcrTokenLease open) { {{statements}} }""");
}
