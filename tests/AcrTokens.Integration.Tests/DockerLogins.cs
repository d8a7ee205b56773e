using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>docker's client, which needs no engine to log in.</summary>
[Collection(OneAtATime.Name)]
public sealed class DockerLogins : IAsyncLifetime
{
    private Loopback loopback = null!;

    public async Task InitializeAsync() => loopback = await Loopback.StartAsync();

    public async Task DisposeAsync() => await loopback.DisposeAsync();

    [ToolTheory("docker")]
    [InlineData(CredentialKind.Good, true)]
    [InlineData(CredentialKind.Wrong, false)]
    [InlineData(CredentialKind.Disabled, false)]
    [InlineData(CredentialKind.Expired, false)]
    [InlineData(CredentialKind.TooNarrow, true)] // a login requests no repository
    public async Task Go_by_the_tokens_state(CredentialKind kind, bool succeeds)
    {
        using var credential = await Credential.MakeAsync(loopback, kind, "samples/hello");

        var login = await ChildProcess.RunAsync(
            "docker",
            ["--config", credential.Directory, "login", "--username", credential.Username, "--password-stdin", loopback.Emulator.LoginServer],
            input: credential.Password
        );

        (login.ExitCode == 0).ShouldBe(succeeds, login.Output);
        login.Output.ShouldContain(succeeds ? "Login Succeeded" : "unauthorized");
    }

    [ToolFact("docker")]
    public async Task Of_a_lease_keep_to_its_private_configuration()
    {
        await using var lease = await loopback.MintAsync(s => s.AddRepository("samples/hello", AcrPermission.Push));

        await lease.LoginAsync();

        var config = await lease.GetDockerConfigAsync();
        JsonNode.Parse(await File.ReadAllTextAsync(config.ConfigFile))!["auths"]!
            .AsObject()
            .ShouldHaveSingleItem()
            .Key.ShouldBe(loopback.Emulator.LoginServer);
    }

    [ToolFact("docker")]
    public async Task Of_a_lease_say_that_the_token_was_disabled()
    {
        await using var lease = await loopback.MintAsync(s => s.AddRepository("samples/hello", AcrPermission.Push));
        await loopback.Client.UpdateTokenAsync(loopback.Of(new AcrTokenUpdateSettings()).SetName(lease.Name).Disable());

        var failure = await Should.ThrowAsync<AcrException>(() => lease.LoginAsync());

        failure.Message.ShouldStartWith($"Could not log in to {loopback.Emulator.LoginServer} with 'docker login': it ended with exit code 1:");
        failure.Message.ShouldContain("unauthorized");
        failure.ToString().Contains(lease.Password.Reveal(), StringComparison.Ordinal).ShouldBeFalse();
    }
}
