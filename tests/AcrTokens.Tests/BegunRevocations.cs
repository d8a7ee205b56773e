using Azure;
using NSubstitute;

namespace AcrTokens.Tests;

public sealed class BegunRevocations
{
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SkippingClock clock = new();
    private readonly ListLogger log = new();
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrClient client;

    public BegunRevocations() => client = new AcrClient(executor, new AcrClientOptions { TimeProvider = clock, Logger = log });

    [Fact]
    public async Task Let_the_build_go_on_and_are_waited_for()
    {
        executor
            .UpdateTokenAsync(null!, null!, default, default)
            .ReturnsForAnyArgs(async call =>
            {
                await answered.Task;
                return null!;
            });
        var lease = await client.MintTokenAsync(Substitutes.Mint);

        lease.BeginRevoke();

        Should.Throw<InvalidOperationException>(() => lease.Password.Reveal());
        AcrTokenGuard.ForgottenLeases.ShouldNotContain(lease);
        AcrTokenGuard.OpenLeases.ShouldContain(lease);
        var waiting = lease.DisposeAsync().AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        answered.SetResult();
        await waiting;
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
        executor.CallNames().TakeLast(2).ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
    }

    [Fact]
    public async Task Fail_the_process_unless_a_later_one_succeeds()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        executor.RefuseToEnd(new AcrException("No.") { Status = 403 });

        lease.BeginRevoke();

        (await Should.ThrowAsync<AcrException>(lease.RevokeAsync())).Message.ShouldContain("could not be revoked");
        log.Lines.ShouldContain(line => line.StartsWith($"Error: Token '{lease.Name}' could not be revoked", StringComparison.Ordinal));
        LeaseBook.HasFailed(lease).ShouldBeTrue();

        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs((AcrToken)null!);
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(Task.CompletedTask);
        await lease.RevokeAsync();
        LeaseBook.HasFailed(lease).ShouldBeFalse();
    }
}
