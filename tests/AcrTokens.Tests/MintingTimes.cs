using System.Globalization;

namespace AcrTokens.Tests;

/// <summary>The duration of mints, on a clock that only the emulator's responses, 80 ms a request, and the library's waits move.</summary>
public sealed class MintingTimes
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(80);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_half_a_second_more_than_the_creations_at_most(bool sendRetryAfter)
    {
        await using var emulated = await Emulated.StartAsync(o =>
            o with
            {
                Latency = Latency,
                CreationDelay = TimeSpan.FromSeconds(5),
                SendRetryAfter = sendRetryAfter,
            }
        );

        var (time, requests) = await MintAsync(emulated);

        time.ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5));
        requests.Count(s => s.Contains("/operationStatuses/", StringComparison.Ordinal)).ShouldBe(16);
        requests.Count.ShouldBe(18);
    }

    [Fact]
    public async Task Are_those_of_three_requests_where_the_first_poll_finds_the_token_done()
    {
        await using var emulated = await Emulated.StartAsync(o => o with { Latency = Latency, SendRetryAfter = true });

        var (time, requests) = await MintAsync(emulated);

        time.ShouldBe(3 * Latency);
        requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_registries_at_once_wait_for_nothing_and_take_three_requests_each()
    {
        const int Registries = 8;
        await using var emulated = await Emulated.StartAsync(o =>
            o with
            {
                FurtherRegistryNames =
                [
                    .. Enumerable.Range(2, Registries - 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"myregistry{i}")),
                ],
            }
        );

        var minted = await Task.WhenAll(
            emulated.Emulator.Registries.Select(registry =>
                emulated.Client.MintTokenAsync(new AcrTokenMintSettings().SetRegistryName(registry.ResourceId).SetScopeMap("_repositories_push"))
            )
        );

        emulated.Wire.Sent.Count.ShouldBe(3 * Registries);
        emulated.Wire.Sent.Count(s => s.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(Registries);
        emulated.Clock.Waits.ShouldBeEmpty();
        foreach (var lease in minted)
            await lease.DisposeAsync();
    }

    private static async Task<(TimeSpan Time, IReadOnlyList<string> Requests)> MintAsync(Emulated emulated)
    {
        var began = emulated.Clock.GetUtcNow();
        await using var minted = await emulated.Client.MintTokenAsync(emulated.Mint);
        return (emulated.Clock.GetUtcNow() - began, [.. emulated.Wire.Sent]);
    }
}
