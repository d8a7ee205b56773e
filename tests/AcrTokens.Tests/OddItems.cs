using System.Net;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>List items that cannot be read. They do not end the list, and are not skipped silently.</summary>
public sealed class OddItems
{
    private const string Told = "Warning: Passed over: Could not list tokens of registry 'myregistry': the item 'ghost' cannot be read.";

    private static readonly AcrException Ghost = new("the item 'ghost' cannot be read.");

    private readonly SweptRegistry registry = new();

    [Theory]
    [InlineData("""{"id":"ID/tokens/ghost","name":"ghost","properties":{"scopeMapId":""}}""")]
    [InlineData("""{"name":"ghost","properties":{}}""")]
    [InlineData("""{"id":"garbage","name":"ghost"}""")]
    public async Task Of_a_registry_do_not_end_its_sweep(string ghost)
    {
        await using var emulated = await Emulated.StartAsync(log: registry.Log);
        await emulated.Client.CreateTokenAsync(
            emulated.Of(new AcrTokenCreateSettings()).SetName(SweptRegistry.Over).SetScopeMap("_repositories_pull")
        );
        emulated.Wire.Answer(
            "GET tokens",
            HttpStatusCode.OK,
            $$$"""
            {"value":[{{{ghost.Replace(
                "ID",
                emulated.RegistryId.ToString(),
                StringComparison.Ordinal
            )}}},null,{"id":"{{{emulated.RegistryId}}}/tokens/{{{SweptRegistry.Over}}}","properties":{"creationDate":"2026-11-21T05:00:00+00:00"}}]}
            """
        );

        var report = await emulated.Client.SweepTokensAsync(emulated.Of(new AcrTokenSweepSettings()));

        report.ShouldBe(
            new AcrSweepReport
            {
                Listed = 1,
                Selected = 1,
                Deleted = 1,
                Failed = 0,
                Unreadable = 2,
                ScopeMapsDeleted = 0,
                Stopped = false,
            }
        );
        emulated.Emulator.Tokens.ShouldBeEmpty();
        registry.Log.Lines.ShouldContain(Told);
        registry.Log.Lines.ShouldContain(
            "Warning: Passed over: Could not list tokens of registry 'myregistry': an item without a name cannot be read."
        );
    }

    [Fact]
    public async Task Do_not_end_the_sweep_where_the_log_throws()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(TimeSpan.FromHours(2), "repositories/a/content/read"));
        registry.Executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(call => PassOver<AcrToken>(call.Arg<Action<AcrException>>()));
        var client = new AcrClient(registry.Executor, new AcrClientOptions { TimeProvider = registry.Clock, Logger = new FullDisk() });

        (await client.SweepTokensAsync(new AcrTokenSweepSettings().InRegistry())).Unreadable.ShouldBe(1);
    }

    [Fact]
    public async Task That_could_use_a_scope_map_keep_it()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(TimeSpan.FromHours(2), "repositories/a/content/read"));
        registry.Executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(call => PassOver<AcrToken>(call.Arg<Action<AcrException>>()));

        var report = await registry.SweepAsync();

        registry.ScopeMaps.ShouldHaveSingleItem();
        report.ScopeMapsDeleted.ShouldBe(0);
        report.Unreadable.ShouldBe(1);
        registry.Log.Lines.ShouldContain("Warning: Left 1 scope maps that nobody seems to use: a token that cannot be read may use them");
    }

    [Fact]
    public async Task Among_scope_maps_are_counted_and_told()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(TimeSpan.FromHours(2), "repositories/a/content/read"));
        registry
            .Executor.ListScopeMapsAsync(null!, null!, default)
            .ReturnsForAnyArgs(call => PassOver(call.Arg<Action<AcrException>>(), [.. registry.ScopeMaps]));

        var report = await registry.SweepAsync();

        (report.Unreadable, report.ScopeMapsUnreadable).ShouldBe((0, 1));
        report.ScopeMapsDeleted.ShouldBe(1);
        registry.Log.Lines.ShouldContain("Warning: Passed over: the item 'ghost' cannot be read.");
    }

    [Fact]
    public async Task Are_told_by_the_tasks_that_list()
    {
        registry
            .Executor.ListTokensAsync(null!, null!, default)
            .ReturnsForAnyArgs(call => PassOver(call.Arg<Action<AcrException>>(), SweptRegistry.Token("a-token")));
        registry
            .Executor.ListScopeMapsAsync(null!, null!, default)
            .ReturnsForAnyArgs(call => PassOver<AcrScopeMap>(call.Arg<Action<AcrException>>()));

        (await registry.Client.ListTokensAsync(new AcrTokenListSettings().InRegistry()).ToListAsync())
            .ShouldHaveSingleItem()
            .Name.ShouldBe("a-token");
        (await registry.Client.ListScopeMapsAsync(new AcrScopeMapListSettings().InRegistry()).ToListAsync()).ShouldBeEmpty();

        registry.Log.Lines.Count(line => line == "Warning: Passed over: the item 'ghost' cannot be read.").ShouldBe(2);
    }

    [Fact]
    public async Task Count_for_a_preflight()
    {
        registry
            .Executor.GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(
                new AcrRegistry
                {
                    Id = Substitutes.Registry,
                    LoginServer = "contoso.azurecr.io",
                    Sku = "Basic",
                }
            );
        registry
            .Executor.ListTokensAsync(null!, null!, default)
            .ReturnsForAnyArgs(call => PassOver(call.Arg<Action<AcrException>>(), SweptRegistry.Token("a-token")));

        var report = await registry.Client.PreflightAsync(new AcrTokenPreflightSettings().InRegistry().SetScopeMap("a-map"));

        report.Findings.ShouldContain(f => f.Message.Contains("has 2 of the 100 tokens that SKU Basic holds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_subscription_do_not_hide_its_other_registries()
    {
        await using var emulated = await Emulated.StartAsync(log: registry.Log);
        emulated.Wire.Answer(
            "GET /providers/Microsoft.ContainerRegistry/registries",
            HttpStatusCode.OK,
            $$$"""
            {"value":[null,{"id":"","name":"ghost"},{"id":"{{{emulated.RegistryId}}}","name":"myregistry","properties":{"loginServer":"localhost:1"}}]}
            """
        );

        var tokens = await emulated
            .Client.ListTokensAsync(new AcrTokenListSettings().SetRegistryName("myregistry").SetSubscriptionId(emulated.RegistryId.SubscriptionId!))
            .ToListAsync();

        tokens.ShouldBeEmpty();
        registry
            .Log.Lines.Count(line => line.StartsWith("Warning: Passed over: Could not list registries of ", StringComparison.Ordinal))
            .ShouldBe(2);
    }

    private static async IAsyncEnumerable<T> PassOver<T>(Action<AcrException> passedOver, params T[] others)
    {
        await Task.Yield();
        passedOver(Ghost);
        foreach (var other in others)
            yield return other;
    }
}
