using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Latencies : InProcess
{
    private readonly TimerProvider timers = new();

    protected override AcrEmulatorOptions Options => base.Options with { TimeProvider = timers, Latency = TimeSpan.FromHours(3) };

    [Fact]
    public async Task Every_answer_is_held_back()
    {
        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.OK);
        (await Registry.Get("/v2/")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        timers.DueTimes.ShouldBe([TimeSpan.FromHours(3), TimeSpan.FromHours(3)]);
    }

    [Fact]
    public async Task Fault_adds_its_delay()
    {
        Emulator.AddFault(new EmulatorFault("Registries_Get") { Delay = TimeSpan.FromHours(5) });

        (await Arm.Get("")).Status.ShouldBe(HttpStatusCode.OK);

        timers.DueTimes.ShouldBe([TimeSpan.FromHours(3), TimeSpan.FromHours(5)]);
    }

    [Fact]
    public async Task Control_api_answers_at_once()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.ResourceManagerEndpoint, "_emulator/state"));
        request.Headers.Add("x-acr-emulator-key", Emulator.ControlKey);

        (await Client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);

        timers.DueTimes.ShouldBeEmpty();
    }

    /// <summary>Records each wait, and ends it immediately.</summary>
    private sealed class TimerProvider : TimeProvider
    {
        public List<TimeSpan> DueTimes { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            DueTimes.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
