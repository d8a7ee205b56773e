using NSubstitute;

namespace AcrTokens.Tests;

public sealed class BackgroundFailures
{
    private static readonly AcrException Refused = new("refused") { Status = 403 };

    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ListLogger log = new();
    private readonly AcrClient client;

    public BackgroundFailures() => client = new AcrClient(executor, new AcrClientOptions { TimeProvider = new SkippingClock(), Logger = log });

    [Fact]
    public async Task Are_logged_once_by_a_revocation_that_is_awaited_later()
    {
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        var disabled = new TaskCompletionSource<AcrToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.RefuseToEnd(Refused);
        executor.UpdateTokenAsync(null!, null!, default, default).ReturnsForAnyArgs(disabled.Task);

        lease.BeginRevoke();
        var disposed = lease.DisposeAsync();
        disabled.SetException(Refused);
        await disposed;

        log.Lines.Count(line => line.StartsWith("Error: ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Are_logged_once_by_a_prepared_token_that_is_disposed()
    {
        executor.RefuseToEnd(Refused);
        var prepared = await client.PrepareTokenAsync(Substitutes.Mint);

        await prepared.DisposeAsync();
        await prepared.DisposeAsync();

        log.Lines.Count(line => line.StartsWith("Error: ", StringComparison.Ordinal)).ShouldBe(1);
        log.Lines.ShouldContain(line => line.Contains($"'{prepared.Name}'", StringComparison.Ordinal));
    }
}
