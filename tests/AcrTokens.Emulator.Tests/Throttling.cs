using System.Net;
using System.Net.Http.Json;
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
    public async Task Each_principal_has_buckets_of_its_own()
    {
        for (var i = 0; i < 200; i++)
        {
            await Arm.Delete("/tokens/nobody");
        }

        var other = await AnotherPrincipal();

        (await Arm.Delete("/tokens/nobody")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        var taken = await other.Delete("/tokens/nobody");
        taken.Status.ShouldBe(HttpStatusCode.NoContent);
        taken.Header("x-ms-ratelimit-remaining-subscription-deletes").ShouldBe("199");
        taken.Header("x-ms-ratelimit-remaining-subscription-global-deletes").ShouldBe("2799");
    }

    [Fact]
    public async Task All_principals_share_fifteen_times_as_much()
    {
        for (var i = 0; i < 15; i++)
        {
            var principal = await AnotherPrincipal();
            for (var j = 0; j < 200; j++)
            {
                (await principal.Delete("/tokens/nobody")).Status.ShouldBe(HttpStatusCode.NoContent);
            }
        }

        var refused = await Arm.Delete("/tokens/nobody");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var taken = await Arm.Delete("/tokens/nobody");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Header("Retry-After").ShouldBe("1");
        taken.Status.ShouldBe(HttpStatusCode.NoContent);
        taken.Header("x-ms-ratelimit-remaining-subscription-global-deletes").ShouldBe("149");
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

    private async Task<Arm> AnotherPrincipal()
    {
        var id = Guid.NewGuid().ToString();
        using var seed = new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.ResourceManagerEndpoint, "_emulator/state"))
        {
            Content = JsonContent.Create(new { clients = new[] { new { id, secret = Emulator.ClientSecret } } }),
        };
        seed.Headers.Add("x-acr-emulator-key", Emulator.ControlKey);
        (await Client.SendAsync(seed)).EnsureSuccessStatusCode();

        using var form = new FormUrlEncodedContent([
            new("grant_type", "client_credentials"),
            new("scope", "https://management.azure.com/.default"),
            new("client_id", id),
            new("client_secret", Emulator.ClientSecret),
        ]);
        var signedIn = await Answer.Of(
            await Client.PostAsync(new Uri(Emulator.ResourceManagerEndpoint, "33333333-4444-5555-6666-777777777777/oauth2/v2.0/token"), form)
        );
        return new Arm(Emulator, Client, (string)signedIn.Json["access_token"]!);
    }
}
