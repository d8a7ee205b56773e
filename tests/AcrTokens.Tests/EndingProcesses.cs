using System.Runtime.InteropServices;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AcrTokens.Tests;

/// <summary>Mints and revocations while the process is ending, by a separate clock that stands still.</summary>
public sealed class EndingProcesses : IDisposable
{
    private readonly SemaphoreSlim asked = new(0);
    private readonly SkippingClock clock = new() { LongestWait = TimeSpan.Zero };
    private readonly ProcessEnd end;
    private readonly PosixSignalContext signal = new(PosixSignal.SIGTERM);
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public EndingProcesses()
    {
        end = new ProcessEnd(clock);
        client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, ProcessEnd = end });
    }

    public void Dispose() => asked.Dispose();

    [Fact]
    public async Task Mint_nothing()
    {
        end.Begin(signal);

        var failure = await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint.SetNamePrefix("refused")));

        failure.Message.ShouldBe("AcrTokenMint was not started: this process is ending.");
        failure.NothingDone.ShouldBeTrue();
        executor.CallNames().ShouldBeEmpty();
        LeaseBook.Open.ShouldNotContain(token => token.Name.StartsWith("refused-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_survive_the_signal_mint_and_revoke_as_before()
    {
        end.Begin(signal);
        signal.Cancel = true;
        clock.Advance(TimeSpan.FromSeconds(3));

        var lease = await client.MintTokenAsync(Substitutes.Mint);
        await lease.RevokeAsync();

        lease.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public async Task Take_no_lease_from_a_mint_that_succeeds_though_it_was_to_end()
    {
        PendingMint? pending = null;
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs(call =>
            {
                pending = LeaseBook.Open.OfType<PendingMint>().Single(mint => mint.Name == call.Arg<Azure.Core.ResourceIdentifier>().Name);
                _ = pending.EndAsync(); // the guard looks for leases for the last time
                return new AcrTokenCredentials
                {
                    Username = "",
                    Passwords =
                    [
                        new AcrTokenPassword
                        {
                            Name = AcrTokenPasswordName.Password1,
                            ExpiresOn = call.ArgAt<DateTimeOffset?>(2),
                            Value = new AcrSecret("not-a-password-but-a-canary"),
                        },
                    ],
                };
            });

        await Should.ThrowAsync<OperationCanceledException>(client.MintTokenAsync(Substitutes.Mint));

        executor.CallNames().ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "DeleteTokenAsync"]);
        await pending!.EndAsync();
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease => lease.Name == pending.Name);
    }

    [Fact]
    public async Task Say_of_a_mint_what_could_not_be_rolled_back()
    {
        PendingMint? pending = null;
        executor.DeleteTokenAsync(null!, default, default).ThrowsAsyncForAnyArgs(new AcrException("No.") { Status = 403 });
        executor
            .GenerateCredentialsAsync(null!, null, null, default)
            .ReturnsForAnyArgs<Task<AcrTokenCredentials>>(call =>
            {
                pending = LeaseBook.Open.OfType<PendingMint>().Single(mint => mint.Name == call.Arg<Azure.Core.ResourceIdentifier>().Name);
                throw new AcrException("Refused.");
            });

        await Should.ThrowAsync<AcrException>(client.MintTokenAsync(Substitutes.Mint));

        (await Should.ThrowAsync<AcrException>(pending!.EndAsync())).Message.ShouldContain(
            "may be left behind, good until 2026-11-21 06:30:00Z if it has a password. No."
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Delete_what_a_revocation_under_way_could_not_disable_before_their_time_is_up(bool byName)
    {
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => Hang<AcrToken>(call.Arg<CancellationToken>()));
        var revoking = await BeginAsync(byName);
        await asked.WaitAsync();

        end.Begin(signal);
        clock.Advance(ProcessEnd.Longest / 2);
        await revoking;

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Cut_a_revocation_short_that_gets_no_answer()
    {
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(call => Hang<AcrToken>(call.Arg<CancellationToken>()));
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(call => Hang<AcrToken>(call.Arg<CancellationToken>()));
        var revoking = await BeginAsync(byName: false);
        await asked.WaitAsync();

        end.Begin(signal);
        clock.Advance(ProcessEnd.Longest / 2);
        await asked.WaitAsync();
        clock.Advance(ProcessEnd.Longest / 2);

        (await Should.ThrowAsync<AcrException>(revoking)).Message.ShouldContain(
            "could not be revoked and is good until 2026-11-21 06:30:00Z, after 1 try. There was no time left."
        );
    }

    [Fact]
    public async Task That_survive_the_signal_leave_a_revocation_under_way_its_own_time()
    {
        var answer = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(call =>
            {
                asked.Release();
                return answer.Task.WaitAsync(call.Arg<CancellationToken>());
            });
        var revoking = await BeginAsync(byName: false);
        await asked.WaitAsync();

        end.Begin(signal);
        signal.Cancel = true;
        clock.Advance(ProcessEnd.Longest);
        answer.SetResult(new AcrToken { Id = Substitutes.Registry });
        await revoking;

        executor.CallNames().ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Cut_the_rollback_of_a_mint_short()
    {
        executor.GenerateCredentialsAsync(null!, null, null, default).ThrowsAsyncForAnyArgs(new AcrException("Refused."));
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(call => Hang<AcrToken>(call.Arg<CancellationToken>()));
        var minting = client.MintTokenAsync(Substitutes.Mint);
        await asked.WaitAsync();

        end.Begin(signal);
        clock.Advance(ProcessEnd.Longest);

        (await Should.ThrowAsync<AcrException>(minting)).Message.ShouldContain("may be left behind");
    }

    [Fact]
    public async Task Wait_for_a_revocation_by_name()
    {
        var answer = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(_ =>
            {
                asked.Release();
                return answer.Task;
            });
        var revoking = client.RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("waited-for"));
        await asked.WaitAsync();

        var open = LeaseBook.Open.Single(token => token.Name == "waited-for");
        open.EndAsync().IsCompleted.ShouldBeFalse();
        answer.SetResult(new AcrToken { Id = Substitutes.Registry });
        await open.EndAsync();
        await revoking;

        LeaseBook.Open.ShouldNotContain(open);
    }

    private async Task<Task> BeginAsync(bool byName)
    {
        if (byName)
            return client.RevokeTokenAsync(new AcrTokenRevokeSettings().InRegistry().SetName("a-token"));

        var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor.ClearReceivedCalls();
        return lease.RevokeAsync();
    }

    private async Task<T> Hang<T>(CancellationToken cancellationToken)
    {
        asked.Release();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("it should have been cancelled");
    }
}
