using AcrTokens.Faults.Builds;
using AcrTokens.Faults.Chaos;
using AcrTokens.Faults.Clients;

namespace AcrTokens.Faults.Tests;

/// <summary>A few chaos builds, and the sweep after them.</summary>
[Collection(OneAtATime.Name)]
public sealed class ChaosFaults
{
    private const int Seed = 1;

    [LinuxFact]
    public async Task Leave_nothing_after_one_sweep()
    {
        await using var registry = await ServedRegistry.StartAsync();

        var builds = new ChaosPlan(Seed).Draw(10).Append(new BuildCase("killed", BuildStage.InUse, Ending.Kill));
        var verdicts = await BuildMatrix.RunAsync(registry, builds);
        var sweeping = await Sweeping.RunAsync(registry);

        verdicts.Where(v => v.Wrong.Count > 0).Select(v => $"{v}").ShouldBeEmpty();
        sweeping.Before.ShouldBePositive("there is at least the killed one's");
        sweeping.ShouldBe(new Sweeping(sweeping.Before, OfUse: 0, Lasting: sweeping.Lasting, Tokens: 0, ScopeMaps: 0));
    }

    [Fact]
    public void Are_drawn_again_from_their_seed()
    {
        Draw(Seed).ShouldBe(Draw(Seed));
        Draw(Seed).ShouldNotBe(Draw(Seed + 1));

        static List<string> Draw(int seed) => [.. new ChaosPlan(seed).Draw(50).Select(b => $"{b}")];
    }
}
