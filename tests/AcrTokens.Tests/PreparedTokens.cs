using Azure;
using Azure.Core;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

public sealed class PreparedTokens : IDisposable
{
    private readonly SemaphoreSlim asked = new(0);
    private readonly TaskCompletionSource created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SkippingClock clock = new() { LongestWait = TimeSpan.Zero };
    private readonly ListLogger log = new();
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public PreparedTokens()
    {
        client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Logger = log });
        executor
            .CreateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(async call =>
            {
                asked.Release();
                await created.Task.WaitAsync(call.Arg<CancellationToken>());
                return new AcrToken
                {
                    Id = call.Arg<ResourceIdentifier>(),
                    ScopeMapId = call.Arg<AcrTokenChanges>().ScopeMapId,
                    ReadOn = clock.GetUtcNow(),
                };
            });
    }

    public void Dispose() => asked.Dispose();

    [Fact]
    public async Task Are_there_before_the_service_has_created_them()
    {
        await using var prepared = await client.PrepareTokenAsync(Substitutes.Mint);

        await asked.WaitAsync();
        prepared.Name.ShouldMatch("^acrt-20261121t083000z-[0-9a-z]{1,11}-[0-9a-z]{8}$"); // 2 hours and a lifetime
        prepared.PreparedUntil.ShouldBe(clock.GetUtcNow().AddHours(2));
        executor.CallNames().ShouldBe(["CreateTokenAsync"]);
    }

    [Fact]
    public async Task Become_a_lease_whose_lifetime_begins_with_the_mint()
    {
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);
        created.SetResult();
        clock.Advance(TimeSpan.FromHours(1));

        var lease = await prepared.MintAsync();

        lease.Name.ShouldBe(prepared.Name);
        lease.Password.ShouldReveal(Substitutes.Password);
        lease.MintedOn.ShouldBe(clock.GetUtcNow());
        lease.ExpiresOn.ShouldBe(new DateTimeOffset(2026, 11, 21, 7, 30, 0, TimeSpan.Zero));
        AcrTokenGuard.OpenLeases.ShouldContain(lease);
        await lease.RevokeAsync();
        executor.CallNames().ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Are_minted_once()
    {
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);
        created.SetResult();

        var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => prepared.MintAsync()));

        leases.Distinct().ShouldHaveSingleItem();
        await prepared.DisposeAsync(); // the lease has a life of its own
        AcrTokenGuard.OpenLeases.ShouldContain(leases[0]);
        await leases[0].RevokeAsync();
    }

    [Fact]
    public async Task Are_deleted_when_disposed_without_a_mint()
    {
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);
        created.SetResult();
        await asked.WaitAsync();

        await prepared.DisposeAsync();
        await prepared.DisposeAsync();

        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync"]);
        LeaseBook.Open.ShouldNotContain(token => token.Name == prepared.Name);
        (await Should.ThrowAsync<InvalidOperationException>(prepared.MintAsync())).Message.ShouldBe(
            $"Prepared token '{prepared.Name}' has ended: it cannot be minted any more."
        );
        log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_ended_by_the_guard_while_they_are_created()
    {
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);
        await asked.WaitAsync();

        await LeaseBook.Open.Single(token => token.Name == prepared.Name).EndAsync();

        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync"]);
        await Should.ThrowAsync<InvalidOperationException>(prepared.MintAsync());
    }

    [Fact]
    public async Task Say_a_failure_once_in_the_log_and_then_where_they_are_minted()
    {
        executor
            .CreateTokenAsync(null!, null!, default, default)
            .ThrowsAsyncForAnyArgs(new AcrException("The quota is full.") { NothingDone = true });
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);

        (await Should.ThrowAsync<AcrException>(prepared.MintAsync())).Message.ShouldBe("The quota is full.");
        (await Should.ThrowAsync<AcrException>(prepared.MintAsync())).Message.ShouldBe("The quota is full.");

        await prepared.DisposeAsync();
        log.Lines.ShouldBe(["Error: The quota is full."]);
        LeaseBook.Open.ShouldNotContain(token => token.Name == prepared.Name);
        executor.CallNames().ShouldBe(["CreateTokenAsync"]);
    }

    [Fact]
    public async Task Say_what_could_not_be_deleted()
    {
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("Locked.") { Status = 409, IsTransient = false });
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);
        created.SetResult();
        await asked.WaitAsync();

        await prepared.DisposeAsync();

        log.Lines.ShouldHaveSingleItem()
            .ShouldContain($"token '{prepared.Name}' of registry 'contoso' may be left behind, without a password. Locked.");
    }

    [Fact]
    public async Task Are_deleted_again_after_a_refusal_that_passes()
    {
        clock.LongestWait = TimeSpan.FromSeconds(10);
        executor
            .DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(_ => Task.FromException(new AcrException("Busy.") { Status = 503, IsTransient = true }), _ => Task.CompletedTask);
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);
        created.SetResult();
        await asked.WaitAsync();

        await prepared.DisposeAsync();

        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync", "DeleteTokenAsync"]);
        clock.Waits.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(0.125, 0.375);
        log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_refused_with_wrong_settings_before_anything_is_sent()
    {
        var failure = await Should.ThrowAsync<AcrException>(() =>
            client.PrepareTokenAsync(Substitutes.Mint.SetPreparedFor(TimeSpan.FromSeconds(1)).SetLifetime(TimeSpan.Zero))
        );

        failure.Message.ShouldStartWith("AcrTokenPrepare was not started, nothing was sent: ");
        failure.Message.ShouldContain("preparation 00:00:01 is shorter than a minute");
        failure.Message.ShouldContain("lifetime 00:00:00 is shorter than a minute");
        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_not_minted_after_their_time()
    {
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint.SetPreparedFor(TimeSpan.FromMinutes(10)));
        created.SetResult();
        await asked.WaitAsync();
        clock.Advance(TimeSpan.FromMinutes(11));

        (await Should.ThrowAsync<AcrException>(prepared.MintAsync())).Message.ShouldBe(
            $"Could not mint prepared token '{prepared.Name}': it was prepared for 00:10:00, which are over. Prepare it later, or for "
                + "longer (SetPreparedFor)."
        );

        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Are_deleted_where_a_sweep_could_take_them_for_old()
    {
        executor
            .CreateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(call => new AcrToken { Id = call.Arg<ResourceIdentifier>(), ReadOn = clock.GetUtcNow().AddMinutes(45) });
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);

        (await Should.ThrowAsync<AcrException>(prepared.MintAsync())).Message.ShouldContain("this machine's clock is too far behind the service's");

        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_deleted_when_they_are_cancelled(bool atMint)
    {
        using var cancellation = new CancellationTokenSource();
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint, atMint ? default : cancellation.Token);
        await asked.WaitAsync();
        var mint = prepared.MintAsync(atMint ? cancellation.Token : default);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<Exception>(mint);
        await prepared.DisposeAsync();
        executor.CallNames().ShouldBe(["CreateTokenAsync", "DeleteTokenAsync"]);
        LeaseBook.Open.ShouldNotContain(token => token.Name == prepared.Name);
    }

    [Fact]
    public async Task Are_only_rehearsed_with_WhatIf()
    {
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint.EnableWhatIf());
        var lease = await prepared.MintAsync();
        await lease.RevokeAsync();

        executor.CallNames().ShouldBeEmpty();
        LeaseBook.Open.ShouldNotContain(token => token.Name == prepared.Name);
        log.Lines.Select(line => line.Split(' ')[3]).ShouldBe(["PUT", "POST"]);
    }

    [Fact]
    public async Task Are_asked_for_first_with_Confirm()
    {
        var asking = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Prompt = _ => false });

        (await Should.ThrowAsync<AcrException>(() => asking.PrepareTokenAsync(Substitutes.Mint.EnableConfirm()))).Message.ShouldBe(
            "AcrTokenPrepare was not started, nothing was sent: it was not confirmed."
        );
    }

    [Fact]
    public async Task Are_swept_once_their_time_is_over_and_not_before()
    {
        await using var emulated = await Emulated.StartAsync();
        await using var prepared = await emulated.Client.PrepareTokenAsync(emulated.Mint);
        while ((await emulated.Client.ListTokensAsync(emulated.Of(new AcrTokenListSettings())).CountAsync()) == 0)
            await Task.Yield();
        var sweep = emulated.Of(new AcrTokenSweepSettings());

        emulated.Clock.Advance(TimeSpan.FromMinutes(119));
        (await emulated.Client.SweepTokensAsync(sweep)).Deleted.ShouldBe(0);

        emulated.Clock.Advance(TimeSpan.FromMinutes(47));
        (await emulated.Client.SweepTokensAsync(sweep)).Deleted.ShouldBe(1);
    }

    [Fact]
    public async Task Take_no_request_more_than_a_mint()
    {
        await using var emulated = await Emulated.StartAsync();
        await using (var minted = await emulated.Client.MintTokenAsync(emulated.Mint))
            await minted.RevokeAsync();
        var ofMint = emulated.Wire.Requests.Select(Kind).ToList();
        emulated.Wire.Sent.Clear();

        var prepared = await emulated.Client.PrepareTokenAsync(emulated.Mint);
        await using (var lease = await prepared.MintAsync())
            await lease.RevokeAsync();

        emulated.Wire.Requests.Select(Kind).ShouldBe(ofMint);

        static string Kind(string request) => request.Split("acrt-")[0];
    }
}
