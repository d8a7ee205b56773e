using System.Globalization;
using System.Text.Json;
using AcrTokens.Emulator;
using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>How fast sweeps delete: a few tokens immediately, many only as fast as Resource Manager's budget allows beside the builds.</summary>
public sealed class SweepPaces
{
    private const int Burst = 100;
    private const int PerSecond = 8;

    private readonly SweptRegistry registry = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task Of_five_hundred_tokens_are_within_the_budgets(int degreeOfParallelism)
    {
        await using var emulated = await StartAsync(500);

        var report = await emulated.Client.SweepTokensAsync(emulated.Of(new AcrTokenSweepSettings()).SetDegreeOfParallelism(degreeOfParallelism));

        (report.Deleted, report.Failed).ShouldBe((500, 0));
        emulated.Emulator.Requests.ShouldNotContain(r => r.Status == 429);
        emulated
            .Emulator.Requests.CountBy(r => r.Method)
            .ToDictionary()
            .ShouldBe(new Dictionary<string, int> { ["GET"] = 1 + 5 + 500 + 1, ["DELETE"] = 500 }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Leave_a_share_of_the_deletes_to_builds(int degreeOfParallelism)
    {
        List<DateTimeOffset> deletes = [];
        Leave(500);
        registry
            .Executor.DeleteTokenAsync(null!, default, default)
            .ReturnsForAnyArgs(_ =>
            {
                lock (deletes)
                    deletes.Add(registry.Clock.GetUtcNow());
                return Task.CompletedTask;
            });
        var began = registry.Clock.GetUtcNow();

        await registry.SweepAsync(s => s.SetDegreeOfParallelism(degreeOfParallelism));

        deletes.Count.ShouldBe(500);
        for (var i = 0; i < deletes.Count; i++)
            (deletes[i] - began).TotalSeconds.ShouldBeGreaterThanOrEqualTo((i + 1 - Burst) / (double)PerSecond);
    }

    [Fact]
    public async Task Go_as_fast_as_that_leaves_them()
    {
        Leave(500);
        var began = registry.Clock.GetUtcNow();

        await registry.SweepAsync(s => s.SetDegreeOfParallelism(1));

        (registry.Clock.GetUtcNow() - began).TotalSeconds.ShouldBe((500 - Burst) / (double)PerSecond);
    }

    [Fact]
    public async Task Make_a_hundred_tokens_wait_for_nothing_and_so_again_after_a_rest()
    {
        Leave(Burst);
        await registry.SweepAsync();
        registry.Clock.Advance(TimeSpan.FromSeconds(Burst / (double)PerSecond));
        Leave(Burst);

        (await registry.SweepAsync()).Deleted.ShouldBe(Burst);

        registry.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_shared_by_the_sweeps_of_one_subscription()
    {
        Leave(Burst);
        await registry.SweepAsync();
        Leave(1);

        await registry.SweepAsync(s => s.SetRegistryName("fabrikam"));

        registry.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(1) / PerSecond]);
    }

    [Fact]
    public async Task Are_each_subscriptions_own()
    {
        Leave(Burst);
        await registry.SweepAsync();
        Leave(1);

        await registry.SweepAsync(s => s.SetSubscriptionId("87654321-1234-1234-1234-123456789abc"));

        registry.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hold_for_scope_maps_too()
    {
        Leave(Burst);
        registry.ScopeMaps.Add(SweptRegistry.ScopeMap(TimeSpan.FromHours(2), "repositories/samples/hello/content/read"));

        (await registry.SweepAsync()).ScopeMapsDeleted.ShouldBe(1);

        registry.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(1) / PerSecond]);
    }

    [Fact]
    public async Task Do_not_hold_for_what_deletes_nothing()
    {
        Leave(500);

        (await registry.SweepAsync(s => s.EnableWhatIf())).Deleted.ShouldBe(500);

        registry.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_told_of_every_half_minute()
    {
        Leave(600);

        await registry.SweepAsync(s => s.SetDegreeOfParallelism(1));

        registry
            .Log.Lines.Where(l => l.Contains("so far", StringComparison.Ordinal))
            .ShouldBe([
                "Information: Sweeping registry contoso: looked at 341 tokens so far, deleted 340 of 340 that are over",
                "Information: Sweeping registry contoso: looked at 581 tokens so far, deleted 580 of 580 that are over",
            ]);
    }

    [Fact]
    public async Task Can_be_broken_off_while_they_wait()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new StoppedClock();
        Leave(Burst + 1);

        var sweep = new AcrClient(registry.Executor, new AcrClientOptions { TimeProvider = clock }).SweepTokensAsync(
            new AcrTokenSweepSettings().InRegistry(),
            cancellation.Token
        );
        await clock.Waiting;
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(sweep);
        registry.Tokens.Count.ShouldBe(1);
    }

    private void Leave(int count) => registry.Tokens.AddRange(Enumerable.Range(0, count).Select(i => SweptRegistry.Token(Name(i))));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"acrt-20261121t054459z-4711-{number:D8}");

    private static async Task<Emulated> StartAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("acr-tokens-");
        try
        {
            var seed = Path.Combine(folder.FullName, "seed.json");
            var tokens = Enumerable.Range(0, count).Select(i => new { name = Name(i), scopeMap = "_repositories_push" });
            await File.WriteAllTextAsync(
                seed,
                JsonSerializer.Serialize(new { registries = new[] { new { name = new AcrEmulatorOptions().RegistryName, tokens } } })
            );
            var emulated = await Emulated.StartAsync(o => o with { Throttle = true, SeedFile = seed });
            emulated.Clock.Advance(TimeSpan.FromMinutes(16)); // tokens without a password, which could still be in creation
            return emulated;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A clock that stands still, and reports when code waits for it.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waiting => waiting.Task;

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            waiting.TrySetResult();
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
