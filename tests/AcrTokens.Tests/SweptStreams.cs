using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A sweep holds only the tokens that it is deleting in memory, however many the registry has.</summary>
public sealed class SweptStreams
{
    private const int Many = 50_000;

    private readonly AcrExecutor executor = Substitutes.Executor();
    private int held;
    private int mostHeld;
    private int busy;
    private int mostBusy;

    public SweptStreams()
    {
        executor
            .GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(
                new AcrRegistry
                {
                    Id = Substitutes.Registry,
                    LoginServer = "contoso.azurecr.io",
                    ReadOn = SweptRegistry.SixOClock,
                }
            );
        executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(_ => ListAsync());
        executor.DeleteTokenAsync(null!, default, default).ReturnsForAnyArgs(_ => DeleteAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task Of_fifty_thousand_tokens_hold_as_many_as_are_deleted_at_once(int degreeOfParallelism)
    {
        var report = await new AcrClient(executor, new AcrClientOptions { TimeProvider = new SkippingClock() }).SweepTokensAsync(
            new AcrTokenSweepSettings().InRegistry().SetMaximumTokens(Many).SetDegreeOfParallelism(degreeOfParallelism)
        );

        report.ShouldBe(
            new AcrSweepReport
            {
                Listed = Many,
                Selected = Many / 10,
                Deleted = Many / 10,
                Failed = 0,
                ScopeMapsDeleted = 0,
                Stopped = false,
            }
        );
        mostBusy.ShouldBeInRange(1, degreeOfParallelism);
        mostHeld.ShouldBeInRange(1, degreeOfParallelism + 1);
        held.ShouldBe(0);
    }

    // A sweep must delete every tenth token. A token is held until the next one is requested, or until it is deleted.
    private async IAsyncEnumerable<AcrToken> ListAsync()
    {
        for (var i = 0; i < Many; i++)
        {
            if (i % 1000 == 0)
                await Task.Yield(); // a page

            var isOver = i % 10 == 0;
            mostHeld = Math.Max(mostHeld, Interlocked.Increment(ref held));
            yield return SweptRegistry.Token(isOver ? $"acrt-20261121t054459z-4711-{i:D8}" : $"production-{i}");
            if (!isOver)
                Interlocked.Decrement(ref held);
        }
    }

    private async Task DeleteAsync()
    {
        var now = Interlocked.Increment(ref busy);
        lock (executor)
        {
            mostBusy = Math.Max(mostBusy, now);
        }

        await Task.Yield();
        Interlocked.Decrement(ref busy);
        Interlocked.Decrement(ref held);
    }
}
