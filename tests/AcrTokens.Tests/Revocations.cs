using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>How often and how long a revocation is retried, and which results count as done.</summary>
public sealed class Revocations
{
    private readonly SkippingClock clock = new();
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ListLogger log = new();
    private readonly AcrClientOptions options;
    private AcrClient client;

    public Revocations()
    {
        options = new AcrClientOptions { TimeProvider = clock, Logger = log };
        client = new AcrClient(executor, options);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Are_tried_six_times_with_growing_pauses(int status)
    {
        var lease = await MintAsync();
        executor.RefuseToEnd(new AcrException("Busy.") { Status = status });

        var failure = await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        executor.CallNames().Count(c => c == "UpdateTokenAsync").ShouldBe(6);
        clock.Waits.Count.ShouldBe(5);
        for (var i = 0; i < 5; i++)
            clock.Waits[i].TotalSeconds.ShouldBeInRange(0.125 * Math.Pow(2, i), 0.375 * Math.Pow(2, i));
        failure.Message.ShouldBe($"Token '{lease.Name}' could not be revoked and is good until 2026-11-21 06:30:00Z, after 6 tries. Busy.");
        failure.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Are_not_tried_again_when_that_cannot_help(int status)
    {
        var lease = await MintAsync();
        executor.RefuseToEnd(new AcrException("No.") { Status = status });

        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldContain("after 1 try. No.");
    }

    [Fact]
    public async Task Wait_as_long_as_the_service_asks()
    {
        var lease = await MintAsync();
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(
                _ => throw new AcrException("Busy.") { Status = 429, RetryAfter = TimeSpan.FromSeconds(9) },
                _ => new AcrToken { Id = new(lease.ResourceId) }
            );
        executor
            .DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(_ => throw new AcrException("Busy.") { Status = 429 }, _ => Task.CompletedTask);

        await lease.RevokeAsync();

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(9)]);
    }

    [Fact]
    public async Task End_when_their_time_is_used_up()
    {
        Allow(TimeSpan.FromSeconds(22));
        var lease = await MintAsync();
        executor.RefuseToEnd(new AcrException("Busy.") { Status = 429, RetryAfter = TimeSpan.FromSeconds(8) });

        // Waits eight seconds twice, then retries as often as time allows.
        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldMatch("after [56] tries\\. Busy\\.");
    }

    [Fact]
    public async Task End_when_the_service_does_not_answer()
    {
        Allow(TimeSpan.FromSeconds(22));
        var lease = await MintAsync();
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs<Task<AcrToken>>(async call =>
            {
                clock.Advance(TimeSpan.FromSeconds(23));
                await Task.Delay(Timeout.InfiniteTimeSpan, call.Arg<CancellationToken>());
                throw new InvalidOperationException("it should have been cancelled");
            });

        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldContain("after 1 try. There was no time left.");
    }

    [Fact]
    public async Task Of_an_expired_token_count_as_done()
    {
        var lease = await MintAsync();
        executor.RefuseToEnd(new AcrException("No.") { Status = 403 });
        clock.Advance(TimeSpan.FromMinutes(31));

        await lease.RevokeAsync();

        lease.RevokedOn.ShouldBe(lease.ExpiresOn);
        log.Lines.ShouldContain($"Warning: Token {lease.Name} expired before it could be revoked: No.");
    }

    [Fact]
    public async Task Delete_what_cannot_be_disabled()
    {
        var lease = await MintAsync();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });

        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
        lease.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Delete_what_gives_no_answer_to_the_disable()
    {
        var lease = await MintAsync();
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs<Task<AcrToken>>(async call =>
            {
                clock.Advance(options.RevokeTimeout / 2);
                await Task.Delay(Timeout.InfiniteTimeSpan, call.Arg<CancellationToken>());
                throw new InvalidOperationException("it should have been cancelled");
            });

        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Delete_what_breaks_off_the_disable_in_a_way_that_nobody_expected()
    {
        var lease = await MintAsync();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new ArgumentOutOfRangeException("delay"));

        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Try_the_delete_again_where_only_the_disable_is_refused_for_good()
    {
        var lease = await MintAsync();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });
        executor
            .DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(_ => throw new AcrException("Busy.") { Status = 503 }, _ => Task.CompletedTask);

        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Are_content_with_a_disabled_token_that_a_lock_protects()
    {
        var lease = await MintAsync();
        executor
            .DeleteTokenAsync(null!, default, default)
            .ThrowsAsyncForAnyArgs(new AcrException("The scope is locked.") { Status = 409, ServiceCode = "ScopeLocked" });

        await lease.RevokeAsync();

        executor.CallNames().Take(2).ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
        executor.CallNames().Skip(2).ShouldBe(["GetRegistryAsync"], "whose SKU says how many places there are");
        log.Lines.ShouldContain(
            $"Warning: Token {lease.Name} was disabled, but a lock keeps it from being deleted: EnableKeepDisabled does not try to. The "
                + "scope is locked."
        );
    }

    [Fact]
    public async Task That_fail_lose_nothing_of_what_the_service_said()
    {
        var lease = await MintAsync();
        executor.RefuseToEnd(
            new AcrException("Busy.")
            {
                Status = 429,
                ServiceCode = "TooMany",
                RequestId = "an-id",
                RetryAfter = TimeSpan.FromSeconds(9),
            }
        );

        var failure = await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        (failure.Status, failure.ServiceCode, failure.RequestId, failure.RetryAfter).ShouldBe((429, "TooMany", "an-id", TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public async Task Say_in_Dispose_what_is_true()
    {
        var lease = await MintAsync();
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });

        await lease.DisposeAsync();

        log.Lines[^1].ShouldBe($"Error: Token '{lease.Name}' was disabled, but could not be deleted, after 1 try. No.");
    }

    [Fact]
    public async Task Do_not_delete_what_is_to_be_kept()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint.EnableKeepDisabled());
        executor.ClearReceivedCalls();
        executor.UpdateTokenAsync(null!, null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });

        await Should.ThrowAsync<AcrException>(lease.RevokeAsync());

        executor.CallNames().ShouldBe(["UpdateTokenAsync"]);
    }

    [Fact]
    public async Task That_only_disabled_say_so()
    {
        var lease = await MintAsync();
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });

        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldBe(
            $"Token '{lease.Name}' was disabled, but could not be deleted, after 1 try. No."
        );
        lease.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Leave_the_lease_on_the_book_until_they_succeed()
    {
        var lease = await MintAsync();
        executor
            .DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(_ => throw new AcrException("No.") { Status = 403 }, _ => Task.CompletedTask);
        AcrTokenGuard.OpenLeases.ShouldContain(lease);

        await Should.ThrowAsync<AcrException>(lease.RevokeAsync());
        AcrTokenGuard.OpenLeases.ShouldContain(lease);
        await lease.RevokeAsync();

        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
    }

    [Fact]
    public async Task Are_proved_at_the_token_server()
    {
        await using var emulated = await Emulated.StartAsync();
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint.EnableRevocationProof());
        (await lease.CanLogInAsync()).ShouldBeTrue();

        await lease.RevokeAsync();

        lease.RefusedOn.ShouldNotBeNull();
        emulated.Emulator.Requests.Count(r => r.Path == "/oauth2/token").ShouldBe(2, "one before, and one for the proof");
        emulated.Emulator.Requests.Last(r => r.Path == "/oauth2/token").Status.ShouldBe(401);
    }

    [Fact]
    public async Task That_the_registry_does_not_heed_fail()
    {
        await using var emulated = await Emulated.StartAsync();
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint.EnableRevocationProof());
        emulated.Wire.Answer("GET /oauth2/token", System.Net.HttpStatusCode.OK, """{"access_token":"not-a-token"}""", times: 1);

        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldContain(
            "was revoked, but the registry still accepts its password"
        );
        lease.RefusedOn.ShouldBeNull();
        await lease.RevokeAsync();

        lease.RefusedOn.ShouldNotBeNull();
    }

    // A client copies its options when it is created.
    private void Allow(TimeSpan revokeTimeout)
    {
        options.RevokeTimeout = revokeTimeout;
        client = new AcrClient(executor, options);
    }

    private async Task<AcrTokenLease> MintAsync()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor.ClearReceivedCalls();
        return lease;
    }
}
