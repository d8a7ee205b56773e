using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AcrTokens.Tests;

/// <summary>What OpenTelemetry gets of a lease's life: every operation with its names, and never the password.</summary>
public sealed class CanaryOfTelemetry : IDisposable
{
    private static readonly ActivitySource Own = new("A build of its own");

    private readonly List<Activity> activities = [];
    private readonly List<Metric> metrics = [];
    private readonly TracerProvider tracing;
    private readonly MeterProvider metering;
    private readonly Activity build;

    public CanaryOfTelemetry()
    {
        // Only what this build does: other tests run beside it.
        tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource("AcrTokens", Own.Name)
            .SetSampler(new ParentBasedSampler(new AlwaysOffSampler()))
            .AddInMemoryExporter(activities)
            .Build();
        metering = Sdk.CreateMeterProviderBuilder().AddMeter("AcrTokens").AddInMemoryExporter(metrics).Build();
        var pipeline = new ActivityContext(
            ActivityTraceId.CreateRandom(),
            ActivitySpanId.CreateRandom(),
            ActivityTraceFlags.Recorded,
            isRemote: true
        );
        build = Own.StartActivity("build", ActivityKind.Internal, pipeline)!;
    }

    public void Dispose()
    {
        build.Dispose();
        tracing.Dispose();
        metering.Dispose();
    }

    [Fact]
    public async Task Has_each_operation_with_its_names()
    {
        await using var emulated = await Emulated.StartAsync();
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        var first = lease.Password.Value;
        Activity.Current.ShouldBe(build);
        await lease.RenewAsync();
        emulated.Clock.Advance(TimeSpan.FromMinutes(2));
        await lease.RevokeAsync();
        Activity.Current.ShouldBe(build);
        await emulated.Client.SweepTokensAsync(emulated.Of(new AcrTokenSweepSettings()));

        var mine = Mine();
        mine.Select(activity => activity.OperationName)
            .ShouldBe(["acr.token.mint", "acr.token.renew", "acr.token.revoke", "acr.token.use", "acr.token.sweep"]);
        mine.ShouldAllBe(activity => Equals(activity.GetTagItem("acr.registry.name"), "myregistry"));
        mine.ShouldAllBe(activity => Equals(activity.GetTagItem("azure.resource_provider.namespace"), "Microsoft.ContainerRegistry"));
        mine.SkipLast(1).ShouldAllBe(activity => Equals(activity.GetTagItem("acr.token.name"), lease.Name));
        mine[^1].GetTagItem("acr.sweep.deleted").ShouldBe(0);
        mine.ShouldAllBe(activity => activity.Status == ActivityStatusCode.Unset);
        var told = string.Join('\n', mine.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Key}={tag.Value}"));
        told.Contains(first, StringComparison.Ordinal).ShouldBeFalse("the first password is in the trace");
        told.Contains(lease.Password.Value, StringComparison.Ordinal).ShouldBeFalse("the second password is in the trace");
    }

    [Fact]
    public async Task Has_a_preparation_apart_from_its_mint()
    {
        await using var emulated = await Emulated.StartAsync();

        await using var prepared = await emulated.Client.PrepareTokenAsync(emulated.Mint);
        var lease = await prepared.MintAsync();
        (await prepared.MintAsync()).ShouldBe(lease);
        await lease.RevokeAsync();

        Mine()
            .Select(activity => activity.OperationName)
            .Order()
            .ShouldBe(["acr.token.mint", "acr.token.prepare", "acr.token.revoke", "acr.token.use"]);
        Mine().ShouldAllBe(activity => Equals(activity.GetTagItem("acr.registry.name"), "myregistry"));
    }

    [Fact]
    public async Task Has_the_services_code_and_status_of_a_failure()
    {
        await using var emulated = await Emulated.StartAsync(options => options with { Simulations = new() { SubscriptionDisabled = true } });

        await Should.ThrowAsync<AcrException>(() => emulated.Client.MintTokenAsync(emulated.Mint));

        var mint = Mine().ShouldHaveSingleItem();
        mint.Status.ShouldBe(ActivityStatusCode.Error);
        mint.GetTagItem("error.type").ShouldBe("ReadOnlyDisabledSubscription");
        mint.GetTagItem("http.response.status_code").ShouldBe(409);
    }

    [Fact]
    public async Task Has_how_long_each_operation_took()
    {
        await using var emulated = await Emulated.StartAsync(options => options with { RegistryName = "measured" });
        var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Clock.Advance(TimeSpan.FromMinutes(2));
        await lease.RevokeAsync();

        metering.ForceFlush();

        var duration = metrics.ShouldHaveSingleItem();
        (duration.Name, duration.Unit).ShouldBe(("acr.token.operation.duration", "s"));
        var points = new Dictionary<string, double>();
        foreach (ref readonly var point in duration.GetMetricPoints())
        {
            var tags = new Dictionary<string, object?>();
            foreach (var (key, value) in point.Tags)
                tags[key] = value;
            if (Equals(tags.GetValueOrDefault("acr.registry.name"), "measured"))
                points[(string)tags["acr.operation"]!] = point.GetHistogramSum();
        }

        points.Keys.Order().ShouldBe(["mint", "revoke", "use"], ignoreOrder: true);
        points["use"].ShouldBeGreaterThanOrEqualTo(120);
    }

    private List<Activity> Mine()
    {
        tracing.ForceFlush();
        return activities.FindAll(activity => activity != build);
    }
}
