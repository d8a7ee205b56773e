using Microsoft.Extensions.Logging;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A log that throws, as on a full disk, or blocks, as with an unread pipe.</summary>
public sealed class CarelessLogs : IDisposable
{
    private readonly ProcessEnd end = new(TimeProvider.System);
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ManualResetEventSlim unblocked = new();

    public void Dispose()
    {
        unblocked.Set();
        unblocked.Dispose();
    }

    [Fact]
    public async Task That_throw_cost_no_lease()
    {
        var client = ClientOf(new Log(() => throw new IOException("No space left on device")));

        var lease = await client.MintTokenAsync(Substitutes.Mint);
        AcrTokenGuard.OpenLeases.ShouldContain(lease);
        await lease.RevokeAsync();

        executor.CallNames().ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
    }

    [Fact]
    public async Task That_block_at_the_mint_do_not_keep_the_guard_from_ending_it()
    {
        using var asked = new SemaphoreSlim(0);
        var client = ClientOf(
            new Log(() =>
            {
                asked.Release();
                unblocked.Wait();
            })
        );
        var minting = Task.Run(() => client.MintTokenAsync(Substitutes.Mint));
        await asked.WaitAsync();
        var name = ((Azure.Core.ResourceIdentifier)executor.ReceivedCalls().First().GetArguments()[0]!).Name;

        end.BeginExit();
        await LeaseBook.Open.Single(token => token.Name == name).EndAsync();

        executor.CallNames().ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
        LeaseBook.Open.ShouldNotContain(token => token.Name == name);
        unblocked.Set();
        await minting;
    }

    private AcrClient ClientOf(ILogger log) => new(executor, new AcrClientOptions { Logger = log, ProcessEnd = end });

    private sealed class Log(Action write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => write();
    }
}
