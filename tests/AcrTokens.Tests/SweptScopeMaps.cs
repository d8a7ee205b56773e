using Azure.Core;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>Which scope maps a sweep deletes.</summary>
public sealed class SweptScopeMaps
{
    private const string Pull = "repositories/samples/hello/content/read";
    private const string Push = "repositories/samples/hello/content/write";

    private static readonly TimeSpan Old = TimeSpan.FromMinutes(61);

    private readonly SweptRegistry registry = new();

    private IEnumerable<string> Left => registry.ScopeMaps.Select(m => m.Name);

    [Fact]
    public async Task Are_those_that_a_mint_made_and_no_token_uses()
    {
        registry.ScopeMaps.AddRange([SweptRegistry.ScopeMap(Old, Pull), SweptRegistry.ScopeMap(Old, Push, Pull)]);

        var report = await registry.SweepAsync();

        report.ScopeMapsDeleted.ShouldBe(2);
        Left.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cost_no_second_list_where_there_are_none()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap("_repositories_pull", Old, "repositories/*/content/read"));

        await registry.SweepAsync();

        registry.Executor.CallNames().ShouldBe(["GetRegistryAsync", "ListTokensAsync", "ListScopeMapsAsync"]);
    }

    [Fact]
    public async Task Stay_while_a_token_uses_them_whatever_the_case_of_its_id()
    {
        var used = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.AddRange([used, SweptRegistry.ScopeMap(Old, Push, Pull)]);
        registry.Tokens.Add(SweptRegistry.Token("production") with { ScopeMapId = new(used.Id.ToString().ToUpperInvariant()) });

        await registry.SweepAsync();

        Left.ShouldBe([used.Name]);
    }

    [Fact]
    public async Task Go_with_the_last_token_that_used_them()
    {
        var map = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.Add(map);
        registry.Tokens.Add(SweptRegistry.Token(SweptRegistry.Over) with { ScopeMapId = map.Id });

        var report = await registry.SweepAsync();

        (report.Deleted, report.ScopeMapsDeleted).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Stay_with_a_token_that_could_not_be_deleted()
    {
        var map = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.Add(map);
        registry.Tokens.Add(SweptRegistry.Token(SweptRegistry.Over) with { ScopeMapId = map.Id });
        registry.Executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("Busy.") { Status = 409 });

        var report = await registry.SweepAsync();

        (report.Failed, report.ScopeMapsDeleted).ShouldBe((1, 0));
        Left.ShouldBe([map.Name]);
    }

    [Fact]
    public async Task Stay_with_a_token_that_the_maximum_left()
    {
        var map = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.Add(map);
        registry.Tokens.AddRange([
            SweptRegistry.Token(SweptRegistry.Over),
            SweptRegistry.Token("acrt-20261121t054459z-4711-00000000") with
            {
                ScopeMapId = map.Id,
            },
        ]);

        (await registry.SweepAsync(s => s.SetMaximumTokens(1))).ScopeMapsDeleted.ShouldBe(0);

        Left.ShouldBe([map.Name]);
    }

    [Fact]
    public async Task Stay_with_a_token_that_was_passed_over_while_others_were_deleted()
    {
        var map = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.Add(map);
        var passedOver = SweptRegistry.Token("production") with { ScopeMapId = map.Id };
        registry.Executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(_ => List(), _ => List(passedOver));

        await registry.SweepAsync();

        Left.ShouldBe([map.Name]);
    }

    [Theory]
    [InlineData(59 * 60, true)]
    [InlineData(60 * 60, true)]
    [InlineData(60 * 60 + 1, false)]
    public async Task Stay_for_an_hour_after_they_were_changed(int seconds, bool isLeft)
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(TimeSpan.FromSeconds(seconds), Pull));

        await registry.SweepAsync();

        Left.Any().ShouldBe(isLeft);
    }

    [Fact]
    public async Task Stay_where_the_service_does_not_say_when_they_were_changed()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(Old, Pull) with { SystemData = null });

        (await registry.SweepAsync()).ScopeMapsDeleted.ShouldBe(0);
    }

    [Fact]
    public async Task Are_told_from_others_by_the_hash_of_what_they_permit()
    {
        var other = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.AddRange([
            other with
            {
                Actions = [Pull, Push],
            },
            SweptRegistry.ScopeMap("acrt-scope-map", Old, Pull),
            SweptRegistry.ScopeMap("acrt-0123456789abcdef0123456789abcdef", Old, Push),
            SweptRegistry.ScopeMap(other.Name.ToUpperInvariant(), Old, Pull),
            SweptRegistry.ScopeMap($"{other.Name}0", Old, Pull),
            SweptRegistry.ScopeMap("production", Old, Pull),
        ]);

        (await registry.SweepAsync()).ScopeMapsDeleted.ShouldBe(0);

        registry.ScopeMaps.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Stay_when_a_build_made_them_anew_meanwhile()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(Old, Pull));
        registry.Executor.GetScopeMapIfExistsAsync(null!, default).ReturnsForAnyArgs(SweptRegistry.ScopeMap(TimeSpan.Zero, Pull));

        (await registry.SweepAsync()).ScopeMapsDeleted.ShouldBe(0);

        await registry.Executor.DidNotReceiveWithAnyArgs().DeleteScopeMapAsync(null!, default, default);
    }

    [Fact]
    public async Task That_are_gone_meanwhile_do_not_count()
    {
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(Old, Pull));
        registry.Executor.GetScopeMapIfExistsAsync(null!, default).ReturnsForAnyArgs((AcrScopeMap?)null);

        var report = await registry.SweepAsync();

        (report.ScopeMapsDeleted, report.Failed).ShouldBe((0, 0));
    }

    [Fact]
    public async Task That_fail_are_told_and_counted_and_the_others_go_on()
    {
        var busy = SweptRegistry.ScopeMap(Old, Pull);
        registry.ScopeMaps.AddRange([busy, SweptRegistry.ScopeMap(Old, Push)]);
        registry
            .Executor.DeleteScopeMapAsync(null!, default, default)
            .ReturnsForAnyArgs(call =>
                call.Arg<ResourceIdentifier>().Name == busy.Name
                    ? Task.FromException(new AcrException("It is in use.") { Status = 409 })
                    : Task.CompletedTask
            );

        var report = await registry.SweepAsync();

        (report.ScopeMapsDeleted, report.ScopeMapsFailed, report.Failed).ShouldBe((1, 1, 0));
        registry.Log.Lines.ShouldContain("Warning: Left for the next sweep: It is in use.");
    }

    [Fact]
    public async Task Are_no_more_than_the_maximum()
    {
        registry.ScopeMaps.AddRange([SweptRegistry.ScopeMap(Old, Pull), SweptRegistry.ScopeMap(Old, Push), SweptRegistry.ScopeMap(Old, Pull, Push)]);

        var report = await registry.SweepAsync(s => s.SetMaximumTokens(2));

        (report.ScopeMapsDeleted, report.Stopped).ShouldBe((2, true));
    }

    [Fact]
    public async Task Are_left_where_the_credential_may_not_see_them()
    {
        registry.Tokens.Add(SweptRegistry.Token(SweptRegistry.Over));
        registry.Executor.ListScopeMapsAsync(null!, null!, default).ReturnsForAnyArgs(_ => Refuse(403));

        var report = await registry.SweepAsync();

        (report.Deleted, report.ScopeMapsDeleted, report.Failed).ShouldBe((1, 0, 0));
        registry.Log.Lines.ShouldContain("Warning: Scope maps were not swept: Could not list them.");
    }

    [Fact]
    public async Task That_cannot_be_listed_for_another_reason_fail_the_sweep()
    {
        registry.Executor.ListScopeMapsAsync(null!, null!, default).ReturnsForAnyArgs(_ => Refuse(500));

        (await Should.ThrowAsync<AcrException>(() => registry.SweepAsync())).Status.ShouldBe(500);
    }

    private static async IAsyncEnumerable<AcrToken> List(params AcrToken[] tokens)
    {
        await Task.CompletedTask;
        foreach (var token in tokens)
            yield return token;
    }

    private static async IAsyncEnumerable<AcrScopeMap> Refuse(int status)
    {
        await Task.CompletedTask;
        if (status > 0)
            throw new AcrException("Could not list them.") { Status = status };
        yield break;
    }
}
