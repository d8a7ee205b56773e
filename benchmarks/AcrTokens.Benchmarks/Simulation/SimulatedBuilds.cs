using System.Diagnostics.CodeAnalysis;

namespace AcrTokens.Benchmarks.Simulation;

/// <summary>Runs builds that mint, use and revoke, and collects their results.</summary>
internal sealed class SimulatedBuilds(BuildLoad load, TimeProvider clock)
{
    private const int Seed = 20260101;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly List<double> waits = [];
    private readonly List<double> ends = [];
    private readonly Dictionary<string, int> failures = [];
    private int tokens;

    /// <summary>Runs all builds of a load, hours in seconds.</summary>
    public static Task<LoadResult> RunAsync(BuildLoad load)
    {
        var time = new SimulatedTime();
        return time.RunAsync(() => new SimulatedBuilds(load, time).RunAsync());
    }

    private async Task<LoadResult> RunAsync()
    {
        var subscriptions = await Task.WhenAll(Enumerable.Range(0, load.Subscriptions).Select(_ => SimulatedSubscription.StartAsync(load, clock)));
        foreach (var subscription in subscriptions)
            await CreateExistingAsync(subscription);
        await Task.WhenAll(await StartAsync(subscriptions));
        foreach (var subscription in subscriptions)
            await subscription.DisposeAsync();
        return new LoadResult(load, tokens, waits, ends, failures, [.. subscriptions.Select(s => s.Meter)]);
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It is to be the same in each run.")]
    private async Task<IReadOnlyList<Task>> StartAsync(SimulatedSubscription[] subscriptions)
    {
        if (load.AtOnce is { } count)
            return [.. Enumerable.Range(0, count).Select(_ => BuildAsync(subscriptions, tokens++))];

        var random = new Random(Seed);
        var began = clock.GetTimestamp();
        var started = new List<Task>();
        while (true)
        {
            await Task.Delay(TimeSpan.FromHours(-Math.Log(1 - random.NextDouble()) * load.BuildsPerToken / load.BuildsPerHour), clock);
            if (clock.GetElapsedTime(began) > load.Arrivals)
                return started;
            started.Add(BuildAsync(subscriptions, tokens++));
        }
    }

    // In turns, like a team that gives each of its pipelines a subscription, a registry and a principal.
    private async Task BuildAsync(SimulatedSubscription[] subscriptions, int number)
    {
        var subscription = subscriptions[number % subscriptions.Length];
        number /= subscriptions.Length;
        var registry = subscription.Registries[number % subscription.Registries.Count];
        var client = subscription.CreateClient(number % load.Principals);
        var settings = new AcrTokenMintSettings().SetRegistryName(registry.ResourceId).SetKeepDisabled(load.End == LeaseEnd.KeepDisabled);
        settings =
            load.ExistingTokens > 0 ? settings.SetTokens(Existing).SetTokenWait(LongestWait)
            : load.WithScopeMap ? settings.AddRepository("samples/hello", AcrPermission.Push)
            : settings.SetScopeMap("_repositories_push");

        AcrPreparedToken? prepared = null;
        if (load.PreparedBefore is { } before)
        {
            prepared = await client.PrepareTokenAsync(settings);
            await Task.Delay(before, clock);
        }

        AcrTokenLease? lease = null;
        if (!await TryAsync("mint", waits, async () => lease = await (prepared?.MintAsync() ?? client.MintTokenAsync(settings))))
            return;

        await Task.Delay(load.Use, clock);
        await TryAsync(
            "revocation",
            ends,
            () =>
                load.End == LeaseEnd.Delete
                    ? client.DeleteTokenAsync(new AcrTokenDeleteSettings().SetRegistryName(registry.ResourceId).SetName(lease!.Name))
                    : lease!.RevokeAsync()
        );
    }

    private IEnumerable<string> Existing => Enumerable.Range(0, load.ExistingTokens).Select(number => $"existing-{number}");

    // Before any build: an administrator's work.
    private async Task CreateExistingAsync(SimulatedSubscription subscription)
    {
        foreach (var registry in subscription.Registries)
        {
            foreach (var name in Existing)
                await subscription
                    .CreateClient(0)
                    .CreateTokenAsync(
                        new AcrTokenCreateSettings().SetRegistryName(registry.ResourceId).SetName(name).SetScopeMap("_repositories_push").Disable()
                    );
        }
    }

    private async Task<bool> TryAsync(string step, List<double> seconds, Func<Task> run)
    {
        var began = clock.GetTimestamp();
        try
        {
            await run();
            lock (gate)
                seconds.Add(clock.GetElapsedTime(began).TotalSeconds);
            return true;
        }
        catch (AcrException failure)
        {
            var kind = $"{step} ({failure.ServiceCode ?? "no time left"})";
            lock (gate)
                failures[kind] = failures.GetValueOrDefault(kind) + 1;
            return false;
        }
    }
}
