using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AcrTokens.Tests;

/// <summary>Listeners to traces and metrics that throw, or that take long to export, as with a collector that does not answer.</summary>
public sealed class CarelessListeners : IDisposable
{
    private static readonly ActivitySource Own = new("Careless listeners");

    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly ListLogger log = new();
    private readonly ProcessEnd end = new(TimeProvider.System);
    private readonly ActivityListener listener;
    private readonly MeterListener meters = new();
    private readonly Activity? build;
    private readonly AcrClient client;
    private Action<Activity> started = _ => { };
    private Action<Activity> stopped = _ => { };
    private Action measured = () => { };

    public CarelessListeners()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "AcrTokens" || source == Own,
            // Only what this test does: other tests run beside it.
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Source == Own || options.Parent.TraceId == build?.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = activity => OfThis(activity, started),
            ActivityStopped = activity => OfThis(activity, stopped),
        };
        ActivitySource.AddActivityListener(listener);
        meters.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == "AcrTokens")
                meter.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>(
            (_, _, _, _) =>
            {
                if (Activity.Current?.TraceId == build?.TraceId)
                    measured();
            }
        );
        meters.Start();
        build = Own.StartActivity("build");
        client = new AcrClient(executor, new AcrClientOptions { Logger = log, ProcessEnd = end });
    }

    public void Dispose()
    {
        (started, stopped, measured) = (_ => { }, _ => { }, () => { });
        build?.Dispose();
        meters.Dispose();
        listener.Dispose();
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task That_throw_cost_no_lease_and_no_revocation(bool atStart, bool atStop, bool atMeasurement)
    {
        var thrown = 0;
        if (atStart)
            started = _ => Throw();
        if (atStop)
            stopped = _ => Throw();
        if (atMeasurement)
            measured = Throw;

        var lease = await client.MintTokenAsync(Substitutes.Mint);
        await lease.RenewAsync();
        await lease.RevokeAsync();

        thrown.ShouldBeGreaterThanOrEqualTo(3);
        executor
            .CallNames()
            .ShouldBe(["CreateTokenAsync", "GenerateCredentialsAsync", "GenerateCredentialsAsync", "UpdateTokenAsync", "DeleteTokenAsync"]);
        AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
        Activity.Current.ShouldBe(build);

        void Throw()
        {
            thrown++;
            throw new IOException("No space left on device");
        }
    }

    [Fact]
    public async Task That_take_long_do_not_keep_a_token_from_being_revoked()
    {
        using var asked = new SemaphoreSlim(0);
        using var unblocked = new ManualResetEventSlim();
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        stopped = _ =>
        {
            asked.Release();
            unblocked.Wait();
        };

        var revoking = Task.Run(() => lease.RevokeAsync());
        (await asked.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeTrue();

        executor.CallNames().TakeLast(2).ShouldBe(["UpdateTokenAsync", "DeleteTokenAsync"]);
        unblocked.Set();
        await revoking;
    }

    [Fact]
    public async Task That_take_long_hold_up_no_end_of_the_process()
    {
        using var unblocked = new ManualResetEventSlim();
        var lease = await client.MintTokenAsync(Substitutes.Mint);
        stopped = _ => unblocked.Wait();
        end.BeginExit();

        try
        {
            await Task.Run(() => lease.RevokeAsync()).WaitAsync(TimeSpan.FromSeconds(20));

            AcrTokenGuard.OpenLeases.ShouldNotContain(lease);
        }
        finally
        {
            unblocked.Set();
        }
    }

    private void OfThis(Activity? activity, Action<Activity> act)
    {
        if (activity is not null && activity.Source != Own && activity.TraceId == build?.TraceId)
            act(activity);
    }
}
