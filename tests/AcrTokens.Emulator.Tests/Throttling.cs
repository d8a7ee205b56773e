using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Throttling : InProcess
{
    protected override AcrEmulatorOptions Options => base.Options with { Throttle = true };

    [Fact]
    public async Task Reads_are_refused_when_the_bucket_is_empty_and_taken_when_it_has_filled()
    {
        for (var left = 249; left >= 0; left--)
        {
            (await Arm.Get("")).Header("x-ms-ratelimit-remaining-subscription-reads").ShouldBe($"{left}");
        }

        var refused = await Arm.Get("");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var taken = await Arm.Get("");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.ErrorCode.ShouldBe("SubscriptionRequestsThrottled");
        refused.Header("Retry-After").ShouldBe("1");
        taken.Status.ShouldBe(HttpStatusCode.OK);
        taken.Header("x-ms-ratelimit-remaining-subscription-reads").ShouldBe("24");
    }

    [Fact]
    public async Task Each_kind_has_a_bucket_of_its_own()
    {
        for (var i = 0; i < 200; i++)
        {
            await Arm.Delete("/tokens/nobody");
        }

        (await Arm.Delete("/tokens/nobody")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Arm.PutToken("builder")).Header("x-ms-ratelimit-remaining-subscription-writes").ShouldBe("199");
        (await Arm.Get("")).Header("x-ms-ratelimit-remaining-subscription-global-reads").ShouldBe("3749");
    }

    [Fact]
    public async Task Nothing_shrinks_without_it()
    {
        await using var emulator = await AcrEmulator.StartInProcessAsync();
        using var client = new HttpClient(emulator.CreateHandler());
        var arm = new Arm(emulator, client);
        await arm.Get("");

        (await arm.Get("")).Header("x-ms-ratelimit-remaining-subscription-reads").ShouldBe("249");
    }
}
