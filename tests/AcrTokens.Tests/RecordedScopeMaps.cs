using Azure;

namespace AcrTokens.Tests;

/// <summary>Recorded exchanges on scope maps, replayed by the executor.</summary>
public sealed class RecordedScopeMaps
{
    private const string User = "uuuuuuuuuuu@microsoft.com";

    [Theory]
    [Replays("ScopeMap.New", 0)]
    public async Task Scope_map_is_created_at_once_and_not_polled(Replay replay)
    {
        var id = replay.Registry.ScopeMap("xdnato");

        var created = await replay.PlayAsync(executor =>
            executor.CreateScopeMapAsync(id, Permitting("repositories/busybox/content/read"), WaitUntil.Completed, default)
        );

        created.ShouldShow(
            id,
            "repositories/busybox/content/read",
            "2023-04-16T21:09:21.2808948+00:00",
            (User, "User", "2023-04-16T21:09:20.9852418+00:00")
        );
    }

    [Theory]
    [Replays("ScopeMap.Update", 0, 1, 2)]
    public async Task Scope_map_is_changed_polled_and_read_back(Replay replay)
    {
        var id = replay.Registry.ScopeMap("rfkqmj");

        var (changed, read) = await replay.PlayAsync(async executor =>
            (
                await executor.UpdateScopeMapAsync(id, Permitting("repositories/busybox/content/write"), WaitUntil.Completed, default),
                await executor.GetScopeMapIfExistsAsync(id, default)
            )
        );

        foreach (var scopeMap in new[] { changed, read })
            scopeMap.ShouldShow(
                id,
                "repositories/busybox/content/write",
                "2023-04-16T20:55:18.5885897+00:00",
                (User, "User", "2023-04-16T21:26:30.8931706+00:00")
            );
    }

    [Theory]
    [Replays("Token.New", 0)]
    public async Task Scope_map_is_read(Replay replay)
    {
        var id = replay.Registry.ScopeMap("rfkqmj");

        var scopeMap = await replay.PlayAsync(executor => executor.GetScopeMapIfExistsAsync(id, default));

        scopeMap.ShouldShow(
            id,
            "repositories/busybox/content/read",
            "2023-04-16T20:55:18.5885897+00:00",
            (User, "User", "2023-04-16T20:55:17.7818290+00:00")
        );
    }

    [Theory]
    [Replays("ScopeMap.Get", 0)]
    public async Task Scope_maps_are_listed_with_those_of_the_system_first(Replay replay)
    {
        var scopeMaps = await replay.PlayAsync(executor => executor.ListScopeMapsAsync(replay.Registry, Odd.Fails, default).ToListAsync().AsTask());

        scopeMaps
            .Select(s => s.Id.ToString())
            .ShouldBe(
                new[] { "_repositories_admin", "_repositories_pull", "_repositories_push", "rfkqmj", "tbmdyz" }.Select(name =>
                    $"{replay.Registry}/scopeMaps/{name}"
                )
            );
        scopeMaps[..3]
            .ShouldAllBe(s =>
                s.Type == "SystemDefined"
                && s.SystemData == null
                && s.ProvisioningState == AcrProvisioningState.Succeeded
                && s.CreatedOn.Exactly() == "2023-04-15T20:20:13.0754671+00:00"
            );
        scopeMaps[..3]
            .Select(s => s.Description)
            .ShouldBe([
                "Can perform all read, write and delete operations on the registry",
                "Can pull any repository of the registry",
                "Can push to any repository of the registry",
            ]);
        scopeMaps[0]
            .Actions.ShouldBe([
                "repositories/*/metadata/read",
                "repositories/*/metadata/write",
                "repositories/*/content/read",
                "repositories/*/content/write",
                "repositories/*/content/delete",
            ]);
        scopeMaps[1].Actions.ShouldBe(["repositories/*/content/read"]);
        scopeMaps[2].Actions.ShouldBe(["repositories/*/content/read", "repositories/*/content/write"]);
        scopeMaps[3]
            .ShouldShow(
                replay.Registry.ScopeMap("rfkqmj"),
                "repositories/busybox/content/read",
                "2023-04-16T20:55:18.5885897+00:00",
                (User, "User", "2023-04-16T20:55:17.7818290+00:00")
            );
        scopeMaps[4]
            .ShouldShow(
                replay.Registry.ScopeMap("tbmdyz"),
                "repositories/busybox/content/read",
                "2023-04-16T20:55:50.1606716+00:00",
                (User, "User", "2023-04-16T20:55:49.8604871+00:00")
            );
    }

    // As with tokens, PowerShell reads the result once more than the executor.
    [Theory]
    [Replays("ScopeMap.Remove", 0, 1)]
    [Replays("ScopeMap.Remove", 0, 2)]
    public async Task Deletion_is_done_at_the_first_poll_that_says_so(Replay replay)
    {
        await replay.PlayAsync(executor => executor.DeleteScopeMapAsync(replay.Registry.ScopeMap("tbmdyz"), WaitUntil.Completed, default));

        replay.Waits.ShouldBeEmpty();
    }

    private static AcrScopeMapChanges Permitting(params string[] actions) => new() { Actions = actions };
}
