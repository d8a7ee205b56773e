using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The Azure CLI cannot tell the emulator from Azure.</summary>
[Collection(ClientProofs.Name)]
public sealed class AzureCliProof(ClientMatrix matrix) : IAsyncLifetime
{
    private const string Client = "az";

    private EmulatorForClients emulator = null!;

    // The CLI uses https for login servers.
    public async Task InitializeAsync() => emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = 0 });

    public async Task DisposeAsync()
    {
        matrix.Add(Client, emulator.Emulator.Requests);
        await emulator.DisposeAsync();
    }

    [ToolFact("az")]
    public async Task Creates_shows_lists_updates_and_deletes_tokens()
    {
        var az = await AzureCli.LogInAsync(emulator);

        var created = await az.RunAsync("acr", "token", "create", "-r", "myregistry", "-n", "ci-token", "--scope-map", "_repositories_push");
        var own = await az.RunAsync(
            "acr",
            "token",
            "create",
            "-r",
            "myregistry",
            "-n",
            "own-scope",
            "--repository",
            "samples/app",
            "content/read",
            "content/write"
        );
        var listed = await az.RunAsync("acr", "token", "list", "-r", "myregistry");
        var updated = await az.RunAsync("acr", "token", "update", "-r", "myregistry", "-n", "ci-token", "--status", "disabled");
        var shown = await az.RunAsync("acr", "token", "show", "-r", "myregistry", "-n", "ci-token");
        await az.RunAsync("acr", "token", "delete", "-r", "myregistry", "-n", "ci-token", "--yes");

        Passwords(created!).ShouldBe(["password1", "password2"]);
        ((string?)created!["provisioningState"]).ShouldBe("Succeeded");
        ((string?)own!["scopeMapId"]).ShouldBe($"{emulator.RegistryId}/scopeMaps/own-scope-scope-map");
        listed!.AsArray().Select(token => (string?)token!["name"]).ShouldBe(["ci-token", "own-scope"]);
        ((string?)updated!["status"]).ShouldBe("disabled");
        ((string?)shown!["status"]).ShouldBe("disabled");
        emulator.Emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe("own-scope");
        (await az.TryAsync("acr", "token", "show", "-r", "myregistry", "-n", "ci-token")).Output.ShouldContain("ResourceNotFound");
    }

    [ToolFact("az")]
    public async Task Generates_and_deletes_passwords()
    {
        var az = await AzureCli.LogInAsync(emulator);
        await az.RunAsync("acr", "token", "create", "-r", "myregistry", "-n", "ci-token", "--scope-map", "_repositories_push", "--no-passwords");

        var generated = await az.RunAsync(
            "acr",
            "token",
            "credential",
            "generate",
            "-r",
            "myregistry",
            "-n",
            "ci-token",
            "--password1",
            "--expiration-in-days",
            "1"
        );
        var both = await az.RunAsync("acr", "token", "credential", "generate", "-r", "myregistry", "-n", "ci-token");
        await az.RunAsync("acr", "token", "credential", "delete", "-r", "myregistry", "-n", "ci-token", "--password2");
        var shown = await az.RunAsync("acr", "token", "show", "-r", "myregistry", "-n", "ci-token");

        var password = generated!["passwords"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)password["value"])!.Length.ShouldBe(52);
        ((DateTimeOffset?)password["expiry"])!.Value.ShouldBeInRange(DateTimeOffset.UtcNow.AddHours(23), DateTimeOffset.UtcNow.AddHours(24));
        both!["passwords"]!.AsArray().Count.ShouldBe(2);
        Passwords(shown!).ShouldBe(["password1"]);
    }

    [ToolFact("az")]
    public async Task Creates_updates_lists_and_deletes_scope_maps()
    {
        var az = await AzureCli.LogInAsync(emulator);

        await az.RunAsync(
            "acr",
            "scope-map",
            "create",
            "-r",
            "myregistry",
            "-n",
            "ci-map",
            "--repository",
            "samples/app",
            "content/read",
            "--description",
            "CI"
        );
        var updated = await az.RunAsync(
            "acr",
            "scope-map",
            "update",
            "-r",
            "myregistry",
            "-n",
            "ci-map",
            "--add-repository",
            "samples/app",
            "content/write"
        );
        var listed = await az.RunAsync("acr", "scope-map", "list", "-r", "myregistry");
        await az.RunAsync("acr", "scope-map", "delete", "-r", "myregistry", "-n", "ci-map", "--yes");

        updated!["actions"]!
            .AsArray()
            .Select(action => (string?)action)
            .ShouldBe(["repositories/samples/app/content/read", "repositories/samples/app/content/write"], ignoreOrder: true);
        listed!.AsArray().Select(map => (string?)map!["name"]).ShouldContain("ci-map");
        (await az.TryAsync("acr", "scope-map", "show", "-r", "myregistry", "-n", "ci-map")).ExitCode.ShouldNotBe(0);
    }

    [ToolFact("az")]
    public async Task Shows_and_renews_the_admin_s_passwords_and_turns_the_admin_off()
    {
        var az = await AzureCli.LogInAsync(emulator);

        var shown = await az.RunAsync("acr", "credential", "show", "-n", "myregistry");
        var renewed = await az.RunAsync("acr", "credential", "renew", "-n", "myregistry", "--password-name", "password2");
        await az.RunAsync("acr", "update", "-n", "myregistry", "--admin-enabled", "false");
        var refused = await az.TryAsync("acr", "credential", "show", "-n", "myregistry");

        ((string?)shown!["username"]).ShouldBe("myregistry");
        Value(renewed!, 0).ShouldBe(Value(shown, 0));
        Value(renewed!, 1).ShouldNotBe(Value(shown, 1));
        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("--admin-enabled true");
    }

    [ToolFact("az")]
    public async Task Shows_the_registry_s_rules_and_policies()
    {
        var az = await AzureCli.LogInAsync(emulator);

        var rules = await az.RunAsync("acr", "network-rule", "list", "-n", "myregistry");
        var retention = await az.RunAsync("acr", "config", "retention", "show", "-r", "myregistry");
        var trust = await az.RunAsync("acr", "config", "content-trust", "show", "-n", "myregistry");

        rules!["ipRules"]!.AsArray().ShouldBeEmpty();
        ((int?)retention!["days"]).ShouldBe(7);
        ((string?)trust!["status"]).ShouldBe("disabled");
    }

    [ToolFact("az")]
    public async Task Says_at_once_what_is_not_emulated()
    {
        var az = await AzureCli.LogInAsync(emulator);

        var refused = await az.TryAsync("acr", "repository", "list-deleted", "-n", "myregistry");

        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("The emulator does not know GET /acr/v1/_deleted/_catalog");
        emulator.Emulator.Requests.Count(request => request.Operation == "NotEmulated").ShouldBe(1);
    }

    [ToolFact("az", "skopeo")]
    public async Task Logs_in_to_the_registry_with_a_token_that_skopeo_pulls_with()
    {
        var az = await AzureCli.LogInAsync(emulator);

        var exposed = await az.RunAsync("acr", "login", "-n", "myregistry", "--expose-token");
        var pulled = await new Skopeo(emulator, "00000000-0000-0000-0000-000000000000", (string)exposed!["accessToken"]!).InspectAsync(
            emulator.Emulator.BaseImage
        );

        ((string?)exposed["loginServer"]).ShouldBe(emulator.Emulator.LoginServer);
        pulled.ExitCode.ShouldBe(0, pulled.Output);
    }

    [ToolFact("az")]
    public async Task Is_refused_with_a_wrong_secret()
    {
        var az = await AzureCli.InCloudOfAsync(emulator);

        var refused = await az.TryLogInAsync(emulator, "wrong");

        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("AADSTS7000215");
    }

    [ToolFact("az")]
    public async Task Waits_for_a_token_that_takes_its_time()
    {
        await using var slow = await EmulatorForClients.StartAsync(o => o with { CreationDelay = TimeSpan.FromSeconds(1), RegistryHttpsPort = 0 });
        var az = await AzureCli.LogInAsync(slow);

        var created = await az.RunAsync("acr", "token", "create", "-r", "myregistry", "-n", "ci-token", "--scope-map", "_repositories_push");

        ((string?)created!["provisioningState"]).ShouldBe("Succeeded");
        slow.Emulator.Requests.Where(request => request.Operation == "OperationStatuses_Get").ShouldNotBeEmpty();
    }

    private static List<string?> Passwords(JsonNode token) =>
        [.. token["credentials"]!["passwords"]!.AsArray().Select(password => (string?)password!["name"])];

    private static string? Value(JsonNode credentials, int index) => (string?)credentials["passwords"]![index]!["value"];
}
