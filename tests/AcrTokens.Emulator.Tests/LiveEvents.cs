using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AcrTokens.Emulator.Tests;

public sealed class LiveEvents : InProcess
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected override AcrEmulatorOptions Options => new() { TimeProvider = time, FurtherRegistryNames = ["another"] };

    [Fact]
    public async Task First_has_all_there_is()
    {
        await Arm.Mint("builder", expiry: "2026-03-01T12:30:00Z");
        Emulator.AddFault(new EmulatorFault("Tokens_Delete") { Status = 503 });
        await using var reader = await ReadAsync();

        var first = await reader.NextAsync();

        ((DateTimeOffset)first["now"]!).ShouldBe(time.GetUtcNow());
        var token = first["tokens"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)token["registry"]).ShouldBe("myregistry");
        ((string?)token["name"]).ShouldBe("builder");
        ((string?)token["scopeMap"]).ShouldBe("_repositories_push");
        token["actions"]!.AsArray().Select(action => (string?)action).ShouldContain("repositories/*/content/write");
        ((DateTimeOffset?)token["passwords"]!.AsArray().ShouldHaveSingleItem()!["expiry"]).ShouldBe(time.GetUtcNow() + TimeSpan.FromMinutes(30));
        Operations(first).ShouldBe(["Tokens_Create", "Registries_GenerateCredentials"]);
        ((string?)first["faults"]!.AsArray().ShouldHaveSingleItem()!["operation"]).ShouldBe("Tokens_Delete");
        ((string?)first["simulations"]!["lock"]).ShouldBe("none");
        first["operations"]!.AsArray().Select(name => (string?)name).ShouldContain("Tokens_Create.Poll");
    }

    [Fact]
    public async Task Changes_are_joined_to_four_updates_a_second()
    {
        await using var reader = await ReadAsync();
        await reader.NextAsync();

        await Arm.Mint("builder");
        await Arm.Patch("/tokens/builder", """{"properties":{"status":"disabled"}}""");
        var next = reader.NextAsync();
        time.Advance(TimeSpan.FromMilliseconds(249));
        next.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));

        var update = await next;
        Operations(update).ShouldBe(["Tokens_Create", "Registries_GenerateCredentials", "Tokens_Update"]);
        ((bool?)update["tokens"]!.AsArray().ShouldHaveSingleItem()!["enabled"]).ShouldBe(false);
    }

    [Fact]
    public async Task Only_what_changed_is_sent_and_nothing_where_nothing_did()
    {
        await Arm.Mint("builder");
        await Arm.Mint("another-builder");
        await using var reader = await ReadAsync();
        await reader.NextAsync();

        time.Advance(TimeSpan.FromSeconds(1));
        await Arm.Delete("/tokens/builder");
        time.Advance(TimeSpan.FromSeconds(1));

        var update = await reader.NextAsync();
        update.AsObject().Select(field => field.Key).ShouldBe(["now", "tokens", "requests"]);
        Operations(update).ShouldBe(["Tokens_Delete"]);
        ((string?)update["tokens"]!.AsArray().ShouldHaveSingleItem()!["name"]).ShouldBe("builder");
    }

    [Fact]
    public async Task Token_is_sent_again_if_its_scope_map_changes()
    {
        await Arm.Put("/scopeMaps/pushers", """{"properties":{"actions":["repositories/a/content/read"]}}""");
        await Arm.PutToken("builder", "pushers");
        await Arm.PutToken("another");
        await using var reader = await ReadAsync();
        await reader.NextAsync();

        await Arm.Put("/scopeMaps/pushers", """{"properties":{"actions":["repositories/b/content/write"]}}""");
        time.Advance(TimeSpan.FromMilliseconds(250));

        var token = (await reader.NextAsync())["tokens"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)token["name"]).ShouldBe("builder");
        token["actions"]!.AsArray().Select(action => (string?)action).ShouldBe(["repositories/b/content/write"]);
    }

    [Fact]
    public async Task Token_says_how_it_ended()
    {
        await Arm.Mint("revoked");
        await Arm.Patch("/tokens/revoked", """{"properties":{"status":"disabled"}}""");
        await Arm.Delete("/tokens/revoked");
        await Arm.Mint("swept", expiry: "2026-03-01T12:30:00Z");
        await Arm.Mint("deleted", expiry: "2026-03-01T13:30:00Z");
        await Arm.PutToken("without-password");
        Emulator.AdvanceClock(TimeSpan.FromHours(1));
        foreach (var name in new[] { "swept", "deleted", "without-password" })
        {
            await Arm.Delete("/tokens/" + name);
        }

        await using var reader = await ReadAsync();

        (await reader.NextAsync())["tokens"]!
            .AsArray()
            .Select(token => ((string?)token!["name"], (string?)token["ending"], (DateTimeOffset?)token["endedAt"]))
            .ShouldBe([
                ("revoked", "revoked", time.GetUtcNow()),
                ("swept", "swept", time.GetUtcNow().AddHours(1)),
                ("deleted", "deleted", time.GetUtcNow().AddHours(1)),
                ("without-password", "deleted", time.GetUtcNow().AddHours(1)),
            ]);
    }

    [Fact]
    public async Task Moved_clock_and_changed_simulations_are_told()
    {
        await using var reader = await ReadAsync();
        await reader.NextAsync();

        Emulator.AdvanceClock(TimeSpan.FromHours(1));
        Emulator.Simulations = Emulator.Simulations with { Firewall = true };
        time.Advance(TimeSpan.FromMilliseconds(250));

        var update = await reader.NextAsync();
        ((DateTimeOffset)update["now"]!).ShouldBe(time.GetUtcNow().AddHours(1));
        ((bool?)update["simulations"]!["firewall"]).ShouldBe(true);
    }

    [Fact]
    public async Task Nothing_in_them_is_secret()
    {
        var password = await Arm.Mint("builder");
        await Registry.LogIn("builder", password);
        await Arm.Put("/tokens/odd", $$$$"""{"properties":{"credentials":{"passwords":[{"name":"password1","value":"{{{{password}}}}"}]}}}""");
        await using var reader = await ReadAsync();

        var all = (await reader.NextAsync()).ToJsonString();

        foreach (var secret in new[] { password, Emulator.ControlKey, Emulator.AccessToken, Emulator.ClientSecret })
        {
            all.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task Stream_ends_with_the_emulator()
    {
        var emulator = await AcrEmulator.StartInProcessAsync();
        using var client = new HttpClient(emulator.CreateHandler());
        await using var reader = await EventReader.OpenAsync(client, emulator);
        await reader.NextAsync();

        await emulator.DisposeAsync();

        (await reader.IsOverAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_reader_sees_everything()
    {
        await using var first = await ReadAsync();
        await first.NextAsync();
        await Arm.Mint("builder");
        await using var second = await ReadAsync();

        Operations(await second.NextAsync()).Count().ShouldBe(2);
        time.Advance(TimeSpan.FromMilliseconds(250));

        Operations(await first.NextAsync()).Count().ShouldBe(2);
    }

    private static IEnumerable<string?> Operations(JsonNode update) =>
        update["requests"]!.AsArray().Select(request => (string?)request!["operation"]);

    private Task<EventReader> ReadAsync() => EventReader.OpenAsync(Client, Emulator);
}
