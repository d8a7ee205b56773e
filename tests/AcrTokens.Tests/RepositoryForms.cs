using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>How a repository can be written, and how a registry's host before it is handled.</summary>
public sealed class RepositoryForms
{
    private readonly AcrExecutor executor = Substitutes.Executor();

    public RepositoryForms() => LoginServerIs("contoso.azurecr.io");

    [Theory]
    [InlineData("contoso", "contoso.azurecr.io/samples/app")]
    [InlineData("contoso", "Contoso-0a1b.azurecr.io/samples/app")]
    [InlineData("contoso", "contoso-0a1b.eastus.geo.azurecr.io/samples/app")]
    [InlineData("contoso-0a1b", "contoso-0a1b.azurecr.io/samples/app")]
    [InlineData("contoso.azurecr.io", "contoso.azurecr.io/samples/app")]
    [InlineData("contoso.azurecr.io", "contoso.eastus.geo.azurecr.io/samples/app")]
    [InlineData("contoso.eastus.geo.azurecr.io", "contoso.azurecr.io/samples/app")]
    [InlineData("contoso.azurecr.us", "contoso.azurecr.us/samples/app")]
    [InlineData("contoso", "https://contoso.azurecr.io/samples/app")]
    [InlineData("contoso", "docker://contoso.azurecr.io/samples/app")]
    [InlineData("contoso", "oci://registry.example.com/samples/app")]
    [InlineData("contoso", "registry.example.com/samples/app")]
    [InlineData("contoso", "samples/app")]
    [InlineData(
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/Contoso",
        "contoso.azurecr.io/samples/app"
    )]
    public async Task Behind_the_registrys_own_host_mean_the_repository(string registry, string repository)
    {
        if (repository.Contains("-0a1b", StringComparison.Ordinal))
            LoginServerIs("contoso-0a1b.azurecr.io");

        (
            await ActionsAsync(s => s.SetRegistryName(registry).AddLoginServer("registry.example.com").AddRepository(repository, AcrPermission.Pull))
        ).ShouldBe(["repositories/samples/app/content/read"]);
        (
            await ActionsAsync(s =>
                s.SetRegistryName(registry).AddLoginServer("registry.example.com").AddImage($"{repository}:1.0", AcrPermission.Pull)
            )
        ).ShouldBe(["repositories/samples/app/content/read"]);
    }

    [Theory]
    [InlineData("my.app/web", "my.app/web")] // a repository's own path
    [InlineData("contoso.azurecr.io/ghcr.io/org/app", "ghcr.io/org/app")]
    [InlineData("contoso.azurecr.io/repositories/app", "repositories/app")]
    [InlineData("contoso.azurecr.io/*", "*")]
    public async Task May_have_a_path_that_looks_like_something_else(string repository, string path) =>
        (await ActionsAsync(s => s.AddRepository(repository, AcrPermission.Pull))).ShouldBe([$"repositories/{path}/content/read"]);

    [Theory]
    [InlineData("contoso", "fabrikam.azurecr.io/app", "'fabrikam.azurecr.io'")]
    [InlineData("contoso", "ghcr.io/org/app", "'ghcr.io'")]
    [InlineData("contoso", "docker.io/library/app", "'docker.io'")]
    [InlineData("contoso", "europe-docker.pkg.dev/project/app", "'europe-docker.pkg.dev'")]
    [InlineData("contoso", "registry.example.com:5000/app", "'registry.example.com:5000'")]
    [InlineData("contoso", "https://registry.example.com/app", "'registry.example.com'")]
    [InlineData("contoso", "Registry.Example.com/app", "'Registry.Example.com'")]
    [InlineData("contoso", "localhost/app", "'localhost'")]
    [InlineData("contoso.azurecr.io", "contoso-0a1b.azurecr.io/app", "'contoso-0a1b.azurecr.io'")]
    [InlineData("contoso-0a1b", "contoso-9z8y.azurecr.io/app", "'contoso-9z8y.azurecr.io'")]
    [InlineData("contoso.azurecr.io", "contoso.azurecr.cn/app", "'contoso.azurecr.cn'")]
    public async Task Of_another_registry_are_refused(string registry, string repository, string host)
    {
        var refusal = await RefusedAsync(s => s.SetRegistryName(registry).AddRepository(repository, AcrPermission.Pull));

        var path = RepositoryText.WithoutScheme(repository);
        refusal.ShouldContain(
            $" is in registry {host}, not in '{registry}': leave the host out where they are the same"
                + (AcrNames.Repository().IsMatch(path) ? $", or write <login server>/{path} where the repository's own path begins so." : ".")
        );
        refusal.ShouldNotContain("; ");
        (await RefusedAsync(s => s.SetRegistryName(registry).AddImage($"{repository}:1@sha256:0123", AcrPermission.Pull))).ShouldContain(
            $"is in registry {host}"
        );
    }

    [Fact]
    public async Task Of_an_image_have_a_host_where_the_grammar_of_images_says_so() =>
        (await RefusedAsync(s => s.AddImage("my.app/web:1"))).ShouldContain("'my.app/web' is in registry 'my.app'");

    [Theory]
    [InlineData("docker://app:1")]
    [InlineData("oci-archive:x.tar")]
    [InlineData("app:")]
    [InlineData("app@sha256")]
    [InlineData("contoso.azurecr.io/app:")]
    [InlineData("contoso.azurecr.io/app@sha256")]
    public async Task Are_not_taken_of_what_is_no_image(string image) => (await RefusedAsync(s => s.AddImage(image))).ShouldContain($"'{image}' is ");

    [Theory]
    [InlineData("contoso.azurecr.io", "'contoso.azurecr.io' is a registry: name a repository in it")]
    [InlineData("https://contoso.azurecr.io/", "is a registry: name a repository in it")]
    [InlineData(
        "repositories/samples/app",
        "'repositories/samples/app' begins as a scope map's action does: write 'samples/app', or write <login server>/repositories/samples/app"
    )]
    [InlineData("samples/app:1.0", "is not a repository: lower-case parts")]
    [InlineData("contoso.azurecr.io/samples/app@sha256:0123", "is not a repository: lower-case parts")]
    public async Task That_are_none_are_refused(string repository, string reason) =>
        (await RefusedAsync(s => s.AddRepository(repository, AcrPermission.Pull))).ShouldContain(reason);

    [Fact]
    public async Task Have_at_most_255_characters_without_the_host()
    {
        var longest = string.Join('/', Enumerable.Repeat(new string('a', 50), 5)) + "b";

        (await ActionsAsync(s => s.AddRepository($"contoso.azurecr.io/{longest}", AcrPermission.Pull))).ShouldBe([
            $"repositories/{longest}/content/read",
        ]);
        (await RefusedAsync(s => s.AddRepository($"{longest}c", AcrPermission.Pull))).ShouldContain(
            "has 256 characters, more than the 255 of a repository"
        );
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task On_this_machine_are_an_emulators(string host)
    {
        (await RefusedAsync(s => s.AddRepository($"{host}:5000/samples/app", AcrPermission.Pull))).ShouldContain(
            "is a registry on this machine, which only an emulator's client knows"
        );

        await using var emulated = await Emulated.StartAsync();
        var image = $"{host}:{new Uri($"https://{emulated.Emulator.LoginServer}").Port}/samples/app";
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Of(new AcrTokenMintSettings()).AddImage(image, AcrPermission.Pull));
        var map = (await emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings()).SetName(lease.Name))).ScopeMapId!;
        (await emulated.Client.GetScopeMapAsync(emulated.Of(new AcrScopeMapGetSettings()).SetName(map.Name))).Actions.ShouldBe([
            "repositories/samples/app/content/read",
        ]);
    }

    [Fact]
    public void Are_taken_away_however_they_are_written()
    {
        var settings = new AcrTokenMintSettings()
            .SetRegistryName("contoso")
            .AddImage("contoso.azurecr.io/app:1")
            .AddRepository("contoso.azurecr.io/app", AcrPermission.Pull)
            .AddRepository("another", AcrPermission.Pull);

        settings.RemoveRepository("app").Repositories.ShouldBe([new AcrRepositoryScope("another", AcrPermission.Pull)]);
        settings.RemoveRepository("contoso.azurecr.io/another").Repositories.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_scope_maps_are_taken_and_refused_alike()
    {
        var client = new AcrClient(executor);
        var create = new AcrScopeMapCreateSettings().InRegistry().SetName("a-scope-map");
        var update = new AcrScopeMapUpdateSettings().InRegistry().SetName("a-scope-map");

        await client.CreateScopeMapAsync(create.AddRepository("contoso.azurecr.io/app", AcrPermission.Pull));
        await client.UpdateScopeMapAsync(update.SetScopes(new AcrRepositoryScope("contoso.azurecr.io/app", AcrPermission.Pull)));

        executor
            .ReceivedCalls()
            .SelectMany(call => call.GetArguments().OfType<AcrScopeMapChanges>())
            .Select(changes => string.Join(' ', changes.Actions!))
            .ShouldBe(["repositories/app/content/read", "repositories/app/content/read"]);
#pragma warning disable ACRT3002 // the refusal is under test
        (
            await Should.ThrowAsync<AcrException>(() => client.CreateScopeMapAsync(create.AddRepository("ghcr.io/app", AcrPermission.Pull)))
        ).Message.ShouldContain("is in registry 'ghcr.io'");
        (
            await Should.ThrowAsync<AcrException>(() => client.UpdateScopeMapAsync(update.AddRepository("ghcr.io/app", AcrPermission.Pull)))
        ).Message.ShouldContain("is in registry 'ghcr.io'");
#pragma warning restore ACRT3002
        (
            await Should.ThrowAsync<AcrException>(() =>
                client.UpdateScopeMapAsync(
                    update.AddRepository("app", AcrPermission.Pull).RemoveRepository("contoso.azurecr.io/app", AcrPermission.Pull)
                )
            )
        ).Message.ShouldContain("is both added and removed");
    }

    private void LoginServerIs(string host) =>
        executor.GetRegistryAsync(null!, default).ReturnsForAnyArgs(call => new AcrRegistry { Id = Substitutes.Registry, LoginServer = host });

    private async Task<IEnumerable<string>> ActionsAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings> configure)
    {
        executor.ClearReceivedCalls();
        await using var lease = await new AcrClient(executor).MintTokenAsync(configure(Substitutes.Mint.ResetScopeMap()));
        return executor.ReceivedCalls().SelectMany(call => call.GetArguments().OfType<AcrScopeMapChanges>()).ShouldHaveSingleItem().Actions!;
    }

    private async Task<string> RefusedAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings> configure)
    {
        executor.ClearReceivedCalls();
        var refusal = await Should.ThrowAsync<AcrException>(() =>
            new AcrClient(executor).MintTokenAsync(configure(Substitutes.Mint.ResetScopeMap()))
        );
        executor.ReceivedCalls().ShouldBeEmpty();
        return refusal.Message;
    }
}
