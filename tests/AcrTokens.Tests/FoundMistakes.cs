namespace AcrTokens.Tests;

/// <summary>Validating settings without starting the task.</summary>
public sealed class FoundMistakes
{
    // Not constants, which a rule refuses.
    private static TimeSpan None { get; } = TimeSpan.Zero;
    private static string NoPrefix { get; } = "-";

    private readonly AcrExecutor executor = Substitutes.Executor();

    [Fact]
    public async Task Are_those_that_the_task_would_fail_with()
    {
        var client = new AcrClient(executor);
        var wrong = Substitutes.Mint with { Lifetime = None, NamePrefix = NoPrefix };

        var mistakes = client.FindMistakes(wrong);

        mistakes.Count.ShouldBe(2);
        var failure = await Should.ThrowAsync<AcrException>(() => client.MintTokenAsync(wrong));
        failure.Message.ShouldBe($"AcrTokenMint was not started, nothing was sent: {string.Join("; ", mistakes)}.");
        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public void Are_none_for_right_settings() => new AcrClient(executor).FindMistakes(Substitutes.Mint).ShouldBeEmpty();

    [Fact]
    public void Include_the_options_of_the_client_that_the_settings_choose()
    {
        var other = new AcrClient(executor, new AcrClientOptions { RevokeTimeout = TimeSpan.Zero });

        new AcrClient(executor).FindMistakes(Substitutes.Mint.SetClient(other)).ShouldHaveSingleItem().ShouldContain("RevokeTimeout");
    }
}
