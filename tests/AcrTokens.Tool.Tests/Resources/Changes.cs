namespace AcrTokens.Tool.Tests.Resources;

/// <summary>Creating, changing and deleting, where az does something else or asks.</summary>
public sealed class Changes : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    public async Task InitializeAsync()
    {
        emulator = await ToolEmulator.StartAsync();
        await emulator.TokenAsync("nightly", status: AcrTokenStatus.Disabled);
    }

    public Task DisposeAsync() => emulator.DisposeAsync().AsTask();

    [Fact]
    public async Task Of_a_scope_map_leave_a_disabled_token_disabled()
    {
        await RunAsync("token update --name nightly --scope-map _repositories_push");

        var token = await emulator.GetTokenAsync("nightly");
        token.Status.ShouldBe(AcrTokenStatus.Disabled);
        token.ScopeMapId!.Name.ShouldBe("_repositories_push");
    }

    [Fact]
    public async Task Refuse_to_replace_a_token()
    {
        var run = await RunAsync("token create --name nightly --scope-map _repositories_push", 1);

        run.Error.ShouldContain("it exists, and creating it anew would wipe its passwords");
        run.Error.ShouldContain("--overwrite");
    }

    [Fact]
    public async Task Make_a_scope_map_of_the_token_s_own_as_az_does()
    {
        const string create =
            "token create --name a-token --repository samples/app content/read content/write samples/base:pull --gateway g:config/read";
        await RunAsync(create);

        (await emulator.GetTokenAsync("a-token")).ScopeMapId!.Name.ShouldBe("a-token-scope-map");
        (await ScopeMapAsync("a-token-scope-map")).Actions.ShouldBe(
            [
                "repositories/samples/app/content/read",
                "repositories/samples/app/content/write",
                "repositories/samples/base/content/read",
                "gateway/g/config/read",
            ],
            ignoreOrder: true
        );

        var before = emulator.Service.Requests.Count;
        await RunAsync($"{create} --overwrite");
        emulator
            .Service.Requests.Skip(before)
            .ShouldAllBe(request => request.Operation != "ScopeMaps_Create", "the one that is there permits the same");

        var run = await RunAsync("token create --name a-token --overwrite --repository samples/other:pull", 1);
        run.Error.ShouldContain("Scope map 'a-token-scope-map' is there already, and permits something else");
    }

    [Fact]
    public async Task Of_one_action_leave_the_others()
    {
        await RunAsync("scope-map create --name app-push --repository samples/app:push");

        await RunAsync("scope-map update --name app-push --remove-repository samples/app content/write --add-repository samples/base:pull");

        (await ScopeMapAsync("app-push")).Actions.ShouldBe(
            ["repositories/samples/app/content/read", "repositories/samples/base/content/read"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Of_all_that_a_scope_map_permits_replace_it()
    {
        await RunAsync("scope-map create --name app-push --repository samples/app:push");

        await RunAsync("scope-map update --name app-push --repository samples/base:delete");

        (await ScopeMapAsync("app-push")).Actions.ShouldBe(["repositories/samples/base/content/delete"]);
    }

    [Fact]
    public async Task Take_a_password_away()
    {
        await emulator.PasswordsAsync("nightly");

        await RunAsync("token credential delete --name nightly --password2");

        (await emulator.GetTokenAsync("nightly")).Passwords.ShouldHaveSingleItem().Name.ShouldBe(AcrTokenPasswordName.Password1);
    }

    [Fact]
    public async Task Take_what_another_token_is_from_its_JSON()
    {
        var shown = await RunAsync("token show --name nightly --output json");
        var file = Path.Combine(emulator.Folder, "nightly.json");
        await File.WriteAllTextAsync(file, shown.Output);

        await RunAsync($"token create --name weekly --from {file}");

        var (nightly, weekly) = (await emulator.GetTokenAsync("nightly"), await emulator.GetTokenAsync("weekly"));
        weekly.Status.ShouldBe(nightly.Status);
        weekly.ScopeMapId.ShouldBe(nightly.ScopeMapId);
    }

    [Theory]
    [InlineData("token delete --name nightly")]
    [InlineData("scope-map delete --name app-push")]
    public async Task That_delete_ask_and_are_refused_where_nobody_answers(string command)
    {
        var run = await RunAsync(command, 2);

        run.Error.ShouldContain("there is no terminal to ask on: say --yes");
        emulator.Service.Requests.ShouldAllBe(request => request.Method != "DELETE");
    }

    [Fact]
    public async Task That_delete_do_not_ask_with_yes()
    {
        await RunAsync("token delete --name nightly --yes");

        emulator.Service.Tokens.ShouldBeEmpty();
        await RunAsync("token delete --name nightly --yes"); // one that is gone counts as deleted
    }

    [ToolTheory("script")]
    [InlineData("y", 0)]
    [InlineData("n", 1)]
    public async Task That_delete_ask_on_a_terminal(string answer, int left)
    {
        var run = await OnTerminal.RunAsync(emulator, ["token", "delete", "-r", emulator.Registry, "-n", "nightly"], $"{answer}\n");

        run.Output.ShouldContain("acrt token delete on token 'nightly' of registry 'myregistry'? [y/N]");
        run.ExitCode.ShouldBe(left);
        emulator.Service.Tokens.Count.ShouldBe(left);
    }

    [Fact]
    public async Task That_are_wrong_are_told_all_at_once_and_send_nothing()
    {
        await using var fresh = await ToolEmulator.StartAsync();

        const string command =
            "token create --registry no/registry --name ci --scope-map x --status on --expiration soon --keep-password third --no-passwords "
            + "--password-file . --certificate-file not-there.pem --repository app:psh";
        var run = await fresh.RunAsync(command.Split(' '));

        run.ExitCode.ShouldBe(2);
        string[] mistakes =
        [
            "'ci' is not a token's name",
            "'x' is not a scope map's name",
            "--status is 'on'",
            "--expiration is 'soon'",
            "'third' is not one of a token's passwords",
            "is a directory",
            "Certificate file 'not-there.pem' cannot be read",
            "'psh' of 'app:psh' is not a permission",
            "no/registry",
        ];
        foreach (var mistake in mistakes)
            run.Error.ShouldContain(mistake);
        fresh.Service.Requests.ShouldBeEmpty();
    }

    private async Task<ToolRun> RunAsync(string command, int exitCode = 0)
    {
        var run = await emulator.RunAsync([.. command.Split(' '), "--registry", emulator.Registry]);
        run.ExitCode.ShouldBe(exitCode, run.Error);
        return run;
    }

    private Task<AcrScopeMap> ScopeMapAsync(string name) =>
        emulator.Client.GetScopeMapAsync(new AcrScopeMapGetSettings().SetRegistryName(emulator.Registry).SetName(name));
}
