using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A token for the duration of a body.</summary>
public sealed class Bodies
{
    private readonly AcrExecutor executor = Substitutes.Executor();

    [Fact]
    public async Task Are_given_a_lease_that_is_revoked_afterwards()
    {
        AcrTokenLease? lease = null;

        var result = await new AcrClient(executor).WithTokenAsync(
            Substitutes.Mint,
            async given =>
            {
                lease = given;
                await Task.Yield();
                return given.Password.Reveal();
            }
        );

        result.ShouldBe(Substitutes.Password);
        lease!.RevokedOn.ShouldNotBeNull();
    }

    [Fact]
    public void Without_async_run_on_the_callers_thread()
    {
        var caller = Environment.CurrentManagedThreadId;
        var (body, taken) = (0, false);
        var held = new object();
        executor
            .CreateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs<Task<AcrToken>>(async call =>
            {
                await Task.Delay(1).ConfigureAwait(false); // continues on another thread
                return new AcrToken { Id = call.Arg<Azure.Core.ResourceIdentifier>() };
            });

        lock (held)
        {
            new AcrClient(executor).WithToken(
                Substitutes.Mint,
                _ =>
                {
                    body = Environment.CurrentManagedThreadId;
                    taken = Monitor.TryEnter(held);
                }
            );
        }

        (body, taken).ShouldBe((caller, true));
    }

    [Fact]
    public async Task That_fail_are_told_as_they_are()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            new AcrClient(executor).WithTokenAsync<int>(Substitutes.Mint, _ => throw new InvalidOperationException("the body's own"))
        );

        failure.Message.ShouldBe("the body's own");
        executor.CallNames().ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task That_fail_beside_the_revocation_come_first()
    {
        executor.RefuseToEnd(new AcrException("refused") { Status = 403 });

        var failure = await Should.ThrowAsync<AggregateException>(() =>
            new AcrClient(executor).WithTokenAsync<int>(Substitutes.Mint, _ => throw new InvalidOperationException("the body's own"))
        );

        failure.InnerExceptions.Count.ShouldBe(2);
        failure.InnerExceptions[0].Message.ShouldBe("the body's own");
        failure.InnerExceptions[1].Message.ShouldContain("could not be revoked and is good until");
    }

    [Fact]
    public async Task That_succeed_do_not_hide_a_failed_revocation()
    {
        executor.RefuseToEnd(new AcrException("refused") { Status = 403 });

        await Should.ThrowAsync<AcrException>(() => new AcrClient(executor).WithTokenAsync(Substitutes.Mint, _ => Task.FromResult(1)));
    }
}
