namespace AcrTokens.Integration.Tests;

/// <summary>Copying images with skopeo, a registry client of the containers project.</summary>
[Collection(OneAtATime.Name)]
public sealed class SkopeoCopies : IAsyncLifetime
{
    private static readonly AcrLoginTool OverHttp = AcrLoginTool.Skopeo with { Arguments = ["login", "--tls-verify=false"] };

    private Loopback loopback = null!;

    public async Task InitializeAsync() => loopback = await Loopback.StartAsync();

    public async Task DisposeAsync() => await loopback.DisposeAsync();

    [ToolTheory("skopeo")]
    [InlineData(CredentialKind.Good, true)]
    [InlineData(CredentialKind.Wrong, false)]
    [InlineData(CredentialKind.Disabled, false)]
    [InlineData(CredentialKind.Expired, false)]
    [InlineData(CredentialKind.TooNarrow, false)]
    public async Task Go_by_the_tokens_state_and_rights(CredentialKind kind, bool succeeds)
    {
        using var credential = await Credential.MakeAsync(loopback, kind, "samples/copied");

        var copy = await CopyAsync(new Dictionary<string, string?> { ["REGISTRY_AUTH_FILE"] = credential.ConfigFile });

        (copy.ExitCode == 0).ShouldBe(succeeds, copy.Output);
        if (!succeeds)
            copy.Output.ShouldContain(kind == CredentialKind.TooNarrow ? "requested access to the resource is denied" : "unauthorized");
        copy.Output.ShouldNotContain(credential.Password);
    }

    [ToolTheory("skopeo")]
    [InlineData(CredentialKind.Good, true)]
    [InlineData(CredentialKind.Wrong, false)]
    [InlineData(CredentialKind.Disabled, false)]
    [InlineData(CredentialKind.Expired, false)]
    [InlineData(CredentialKind.TooNarrow, true)] // a login requests no repository
    public async Task Log_in_by_the_tokens_state(CredentialKind kind, bool succeeds)
    {
        using var credential = await Credential.MakeAsync(loopback, kind, "samples/copied");

        var login = await ChildProcess.RunAsync(
            "skopeo",
            [
                "login",
                "--tls-verify=false",
                "--authfile",
                credential.ConfigFile,
                "--username",
                credential.Username,
                "--password-stdin",
                loopback.Emulator.LoginServer,
            ],
            input: credential.Password
        );

        (login.ExitCode == 0).ShouldBe(succeeds, login.Output);
        login.Output.ShouldNotContain(credential.Password);
    }

    [ToolFact("skopeo")]
    public async Task After_a_leases_login_carry_the_image_over_unchanged()
    {
        await using var lease = await loopback.MintAsync(s =>
            s.AddRepository("samples/copied", AcrPermission.Push).AddRepository("dotnet/runtime", AcrPermission.Pull)
        );
        await lease.LoginAsync(OverHttp);
        var variables = (await lease.GetDockerConfigAsync()).Variables.ToDictionary(v => v.Key, string? (v) => v.Value);

        var copy = await CopyAsync(variables);

        copy.ExitCode.ShouldBe(0, copy.Output);
        var digests = await Task.WhenAll(DigestAsync("dotnet/runtime:10.0", variables), DigestAsync("samples/copied:1.0", variables));
        digests[0].ShouldStartWith("sha256:");
        digests[1].ShouldBe(digests[0]);
    }

    private Task<ChildProcess> CopyAsync(IReadOnlyDictionary<string, string?> environment) =>
        ChildProcess.RunAsync(
            "skopeo",
            [
                "--insecure-policy",
                "copy",
                "--src-tls-verify=false",
                "--dest-tls-verify=false",
                $"docker://{loopback.Emulator.BaseImage}",
                $"docker://{loopback.Emulator.LoginServer}/samples/copied:1.0",
            ],
            environment
        );

    private async Task<string> DigestAsync(string image, IReadOnlyDictionary<string, string?> environment) =>
        (
            await ChildProcess.RunAsync(
                "skopeo",
                ["inspect", "--no-tags", "--tls-verify=false", "--format", "{{.Digest}}", $"docker://{loopback.Emulator.LoginServer}/{image}"],
                environment
            )
        ).Output.Trim();
}
