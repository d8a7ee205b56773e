using Azure;
using Azure.Core;

namespace AcrTokens.Tests;

/// <summary>Recorded exchanges on tokens, replayed by the executor.</summary>
public sealed class RecordedTokens
{
    private const string Application = "ea0eddd2-3d60-47f8-b3bf-7ec8ae554d10";
    private const string User = "uuuuuuuuuuu@microsoft.com";

    // The executor sends no GET after a change, because the first response shows the same once the operation has succeeded.
    // The recorded GET is sent by a separate call.
    [Theory]
    [Replays("Token.FromNet", 0, 1, 2)]
    public async Task Token_is_created_polled_and_read_back(Replay replay)
    {
        var id = AcrResourceIds.Token(replay.Registry, "acrtoken7970");

        var (created, read) = await replay.PlayAsync(executor => CreateAndRead(executor, id, "_repositories_admin"));

        foreach (var token in new[] { created, read })
            token.ShouldShow(
                id,
                AcrTokenStatus.Enabled,
                "_repositories_admin",
                "2023-02-15T16:42:08.0645445+08:00",
                (Application, "Application", "2023-02-15T16:42:07.7445152+08:00")
            );

        replay.Waits.ShouldBeEmpty("it had succeeded at the first poll");
    }

    [Theory]
    [Replays("Token.New", 1, 2, 3)]
    public async Task Token_of_a_user_is_created_polled_and_read_back(Replay replay)
    {
        var id = AcrResourceIds.Token(replay.Registry, "xdnato");

        var (created, read) = await replay.PlayAsync(executor => CreateAndRead(executor, id, "rfkqmj"));

        foreach (var token in new[] { created, read })
            token.ShouldShow(
                id,
                AcrTokenStatus.Enabled,
                "rfkqmj",
                "2023-04-16T21:09:53.7774631+00:00",
                (User, "User", "2023-04-16T21:09:53.5014216+00:00")
            );
    }

    [Theory]
    [Replays("Token.FromNet", 3)]
    public async Task Only_token_is_listed_without_a_next_link(Replay replay)
    {
        var tokens = await replay.PlayAsync(executor => executor.ListTokensAsync(replay.Registry, Odd.Fails, default).ToListAsync().AsTask());

        tokens
            .ShouldHaveSingleItem()
            .ShouldShow(
                AcrResourceIds.Token(replay.Registry, "acrtoken7970"),
                AcrTokenStatus.Enabled,
                "_repositories_admin",
                "2023-02-15T16:42:08.0645445+08:00",
                (Application, "Application", "2023-02-15T16:42:07.7445152+08:00")
            );
    }

    [Theory]
    [Replays("Token.Get", 0)]
    public async Task Tokens_are_listed_in_the_services_order_with_as_many_digits_as_it_sends(Replay replay)
    {
        var tokens = await replay.PlayAsync(executor => executor.ListTokensAsync(replay.Registry, Odd.Fails, default).ToListAsync().AsTask());

        tokens.Count.ShouldBe(2);
        tokens[0]
            .ShouldShow(
                AcrResourceIds.Token(replay.Registry, "tbmdyz"),
                AcrTokenStatus.Enabled,
                "rfkqmj",
                "2023-04-16T20:59:40.5358409+00:00",
                (User, "User", "2023-04-16T20:59:40.2398200+00:00")
            );
        tokens[1]
            .ShouldShow(
                AcrResourceIds.Token(replay.Registry, "jvnliu"),
                AcrTokenStatus.Enabled,
                "rfkqmj",
                "2023-04-16T20:59:52.2139040+00:00",
                (User, "User", "2023-04-16T20:59:51.9119526+00:00")
            );
    }

    [Theory]
    [Replays("Token.Get", 1)]
    public async Task Token_is_read(Replay replay)
    {
        var id = AcrResourceIds.Token(replay.Registry, "jvnliu");

        var token = await replay.PlayAsync(executor => executor.GetTokenIfExistsAsync(id, default));

        token.ShouldShow(
            id,
            AcrTokenStatus.Enabled,
            "rfkqmj",
            "2023-04-16T20:59:52.2139040+00:00",
            (User, "User", "2023-04-16T20:59:51.9119526+00:00")
        );
    }

    [Theory]
    [Replays("Token.FromNet", 4, 5, 6)]
    public async Task Disabled_token_keeps_its_creation_time_while_its_system_data_is_rewritten(Replay replay)
    {
        var id = AcrResourceIds.Token(replay.Registry, "acrtoken7970");

        var (disabled, read) = await replay.PlayAsync(executor => DisableAndRead(executor, id));

        foreach (var token in new[] { disabled, read })
        {
            token.ShouldShow(
                id,
                AcrTokenStatus.Disabled,
                "_repositories_admin",
                "2023-02-15T16:42:08.0645445+08:00",
                (Application, "Application", "2023-02-15T16:42:10.9126706+08:00")
            );
            token!.SystemData!.CreatedOn.ShouldNotBe(token.CreatedOn);
        }
    }

    [Theory]
    [Replays("Token.Update", 0, 1, 2)]
    public async Task Token_is_disabled_without_a_look_before(Replay replay)
    {
        var id = AcrResourceIds.Token(replay.Registry, "jvnliu");

        var (disabled, read) = await replay.PlayAsync(executor => DisableAndRead(executor, id));

        foreach (var token in new[] { disabled, read })
            token.ShouldShow(
                id,
                AcrTokenStatus.Disabled,
                "rfkqmj",
                "2023-04-16T20:59:52.2139040+00:00",
                (User, "User", "2023-04-16T21:26:42.8464948+00:00")
            );
    }

    [Theory]
    [Replays("Token.FromNet", 8, 9, 10)]
    public async Task Deletion_is_polled_until_it_is_done(Replay replay)
    {
        await replay.PlayAsync(executor =>
            executor.DeleteTokenAsync(AcrResourceIds.Token(replay.Registry, "acrtoken7970"), WaitUntil.Completed, default)
        );

        replay.Waits.ShouldBe([TimeSpan.FromSeconds(0.25)], "one answer of 202 and null to a poll");
    }

    // PowerShell reads the result once more after the end of the operation. The executor does not: each of the two responses ends a delete.
    [Theory]
    [Replays("Token.Remove", 0, 1)]
    [Replays("Token.Remove", 0, 2)]
    public async Task Deletion_is_done_at_the_first_poll_that_says_so(Replay replay)
    {
        await replay.PlayAsync(executor => executor.DeleteTokenAsync(AcrResourceIds.Token(replay.Registry, "tbmdyz"), WaitUntil.Completed, default));

        replay.Waits.ShouldBeEmpty();
    }

    private static async Task<(AcrToken Created, AcrToken? Read)> CreateAndRead(AcrExecutor executor, ResourceIdentifier id, string scopeMap)
    {
        var created = await executor.CreateTokenAsync(
            id,
            new AcrTokenChanges { ScopeMapId = id.Parent!.ScopeMap(scopeMap) },
            WaitUntil.Completed,
            default
        );
        return (created, await executor.GetTokenIfExistsAsync(id, default));
    }

    private static async Task<(AcrToken Disabled, AcrToken? Read)> DisableAndRead(AcrExecutor executor, ResourceIdentifier id)
    {
        var disabled = await executor.UpdateTokenAsync(id, new AcrTokenChanges { Status = AcrTokenStatus.Disabled }, WaitUntil.Completed, default);
        return (disabled, await executor.GetTokenIfExistsAsync(id, default));
    }
}
