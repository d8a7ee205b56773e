using System.Text.Json.Nodes;

namespace AcrTokens.Tool.Tests.Leases;

/// <summary><c>acrt mint</c> and <c>acrt revoke</c>, from steps that are apart.</summary>
public sealed class Minting : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    private string Folder => Path.Combine(emulator.Folder, "steps", "login");

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [Fact]
    public async Task Leaves_a_token_and_its_login_which_revoke_removes()
    {
        var minted = await MintAsync();
        var token = emulator.Service.Tokens.ShouldHaveSingleItem();

        minted.ExitCode.ShouldBe(0, minted.Error);
        minted.Error.ShouldBeEmpty();
        minted.Output.ShouldContain(token.Name);
        minted.Output.ShouldContain(Folder);
        token.Enabled.ShouldBeTrue();
        var config = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "config.json")))!;
        config["auths"]!.AsObject().ShouldContain(auth => auth.Key == emulator.Service.LoginServer);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Directory
                .GetFiles(Folder)
                .ShouldAllBe(file => OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        var revoked = await RevokeAsync(token.Name);

        revoked.ShouldBe(new ToolRun(0, "", ""));
        emulator.Service.Tokens.ShouldBeEmpty();
        Directory.Exists(Folder).ShouldBeFalse();
        (await RevokeAsync(token.Name)).ShouldBe(new ToolRun(0, "", ""), "what is gone counts as ended");
    }

    [Fact]
    public async Task Takes_a_token_that_exists_and_gives_it_back()
    {
        await CreateAsync("ci-push");
        var minted = await emulator.RunAsync("mint", "--registry", emulator.Registry, "--token", "ci-push", "--docker-config", Folder, "-o", "json");
        minted.ExitCode.ShouldBe(0, minted.Error);
        var password = (string)JsonNode.Parse(minted.Output)!["passwordName"]!;
        emulator.Service.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeTrue();

        var revoked = await emulator.RunAsync(
            "revoke",
            "ci-push",
            "--registry",
            emulator.Registry,
            "--password-name",
            password,
            "--docker-config",
            Folder
        );

        revoked.ShouldBe(new ToolRun(0, "", ""));
        var token = emulator.Service.Tokens.ShouldHaveSingleItem();
        (token.Enabled, token.HasUsablePassword).ShouldBe((false, false));
    }

    [Fact]
    public async Task Keeps_an_audit_log()
    {
        var audit = Path.Combine(emulator.Folder, "audit.jsonl");
        await emulator.RunAsync([
            "mint",
            "--registry",
            emulator.Registry,
            "--scope-map",
            "_repositories_push",
            "--docker-config",
            Folder,
            "--audit",
            audit,
        ]);
        var token = emulator.Service.Tokens.ShouldHaveSingleItem().Name;
        await emulator.RunAsync("revoke", token, "--registry", emulator.Registry, "--audit", audit);
        var folder = await emulator.RunAsync("revoke", token, "--registry", emulator.Registry, "--audit", emulator.Folder);

        var lines = (await File.ReadAllLinesAsync(audit)).Select(line => JsonNode.Parse(line)!).ToList();
        lines.Select(line => $"{line["token"]} {line["how"]}").ShouldBe([$"{token} detached", $"{token} deleted"]);
        folder.ExitCode.ShouldBe(2);
        folder.Error.ShouldContain("--audit is");
    }

    [Fact]
    public async Task Sets_the_outputs_of_GitHub_and_never_the_password()
    {
        var outputs = Path.Combine(emulator.Folder, "outputs");
        await File.WriteAllTextAsync(outputs, "before=1\n");

        await MintAsync(("GITHUB_OUTPUT", outputs));

        var token = emulator.Service.Tokens.ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(outputs)).ShouldBe($"before=1\ntoken={token.Name}\npassword-name=password1\ndocker-config={Folder}\n");
    }

    [Fact]
    public async Task Sets_the_variables_of_Azure_Pipelines()
    {
        var minted = await MintAsync(("TF_BUILD", "True"));

        var token = emulator.Service.Tokens.ShouldHaveSingleItem();
        minted.Error.ShouldContain($"##vso[task.setvariable variable=acrtToken;isOutput=true]{token.Name}\n");
        minted.Error.ShouldContain($"##vso[task.setvariable variable=acrtDockerConfig;isOutput=true]{Folder}\n");
    }

    [Theory]
    [InlineData("50%", "50%")]
    [InlineData("at%20once", "at%20once")]
    [InlineData("a%0Ab", "a%AZP250Ab")]
    [InlineData("a%AZP25b", "a%AZP25AZP25b")]
    public async Task Escapes_for_Azure_Pipelines_only_what_its_agent_decodes(string folder, string escaped)
    {
        var minted = await MintAsync(Path.Combine(emulator.Folder, folder), ("TF_BUILD", "True"));

        minted.Error.ShouldContain($"isOutput=true]{Path.Combine(emulator.Folder, escaped)}\n");
    }

    [Fact]
    public async Task Leaves_no_token_where_the_outputs_cannot_be_written()
    {
        var minted = await MintAsync(("GITHUB_OUTPUT", Path.Combine(emulator.Folder, "missing", "outputs")));

        minted.ExitCode.ShouldBe(1);
        minted.Error.ShouldContain("missing");
        emulator.Service.Tokens.ShouldBeEmpty();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [ToolFact("bash")]
    public async Task Leaves_no_token_where_its_name_cannot_be_printed()
    {
        var minted = await emulator.RunWithFullOutputAsync([
            "mint",
            "--registry",
            emulator.Registry,
            "--repository",
            "samples/app:push",
            "--docker-config",
            Folder,
        ]);

        minted.ExitCode.ShouldBe(1);
        emulator.Service.Tokens.ShouldBeEmpty();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Needs_a_folder_that_is_not_there_before_anything_is_sent()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "mine"), "");

        var there = await MintAsync();
        var missing = await emulator.RunAsync("mint", "--registry", emulator.Registry, "--repository", "samples/app:push");

        there.ExitCode.ShouldBe(2);
        there.Error.ShouldContain("where there is something already");
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("--docker-config");
        emulator.Service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Revoked_leaves_a_folder_without_its_mark()
    {
        await MintAsync();
        var token = emulator.Service.Tokens.ShouldHaveSingleItem().Name;
        var other = Path.Combine(emulator.Folder, "mine");
        Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(other, "config.json"), "{}");

        var revoked = await emulator.RunAsync("revoke", token, "--registry", emulator.Registry, "--docker-config", other);

        revoked.ExitCode.ShouldBe(1);
        revoked.Error.ShouldContain("is left as it is");
        File.Exists(Path.Combine(other, "config.json")).ShouldBeTrue();
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Revoked_leaves_another_tokens_folder()
    {
        await MintAsync();

        var revoked = await RevokeAsync("another-token");

        revoked.ExitCode.ShouldBe(1);
        Directory.Exists(Folder).ShouldBeTrue();
    }

    [Fact]
    public async Task Revoked_kept_stays_disabled()
    {
        await MintAsync();
        var token = emulator.Service.Tokens.ShouldHaveSingleItem().Name;

        var revoked = await emulator.RunAsync("revoke", token, "--registry", emulator.Registry, "--keep-disabled", "--docker-config", Folder);

        revoked.ExitCode.ShouldBe(0, revoked.Error);
        emulator.Service.Tokens.ShouldHaveSingleItem().Enabled.ShouldBeFalse();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public async Task With_what_if_sends_and_writes_nothing()
    {
        var minted = await emulator.RunAsync(
            "mint",
            "--registry",
            emulator.Registry,
            "--repository",
            "samples/app:push",
            "--docker-config",
            Folder,
            "--what-if"
        );
        var revoked = await emulator.RunAsync("revoke", "some-token", "--registry", emulator.Registry, "--docker-config", Folder, "--what-if");

        minted.ExitCode.ShouldBe(0, minted.Error);
        revoked.ExitCode.ShouldBe(0, revoked.Error);
        emulator.Service.Requests.ShouldBeEmpty();
        Directory.Exists(Folder).ShouldBeFalse();
    }

    private Task<ToolRun> MintAsync(params (string Name, string Value)[] variables) => MintAsync(Folder, variables);

    private Task<ToolRun> MintAsync(string folder, params (string Name, string Value)[] variables)
    {
        var environment = emulator.Environment;
        foreach (var (name, value) in variables)
            environment[name] = value;
        return Tool.RunAsync(["mint", "--registry", emulator.Registry, "--repository", "samples/app:push", "--docker-config", folder], environment);
    }

    private Task<AcrToken> CreateAsync(string token) =>
        emulator.Client.CreateTokenAsync(
            new AcrTokenCreateSettings().SetRegistryName(emulator.Registry).SetName(token).SetScopeMap("_repositories_push").Disable()
        );

    private Task<ToolRun> RevokeAsync(string name) => emulator.RunAsync("revoke", name, "--registry", emulator.Registry, "--docker-config", Folder);
}
