namespace AcrTokens.Tests;

public sealed class Confirmations
{
    private readonly AcrExecutor executor = Substitutes.Executor();
    private readonly AcrTokenUpdateSettings settings = new AcrTokenUpdateSettings().InRegistry().SetName("a-token").Disable().EnableConfirm();

    [Fact]
    public async Task Are_asked_for_before_anything_is_sent()
    {
        string? question = null;

        await Client(asked =>
            {
                executor.CallNames().ShouldBeEmpty();
                question = asked;
                return true;
            })
            .UpdateTokenAsync(settings);

        question.ShouldBe("AcrTokenUpdate on token 'a-token' of registry 'contoso'?");
        executor.CallNames().ShouldBe(["UpdateTokenAsync"]);
    }

    [Fact]
    public async Task That_are_denied_send_nothing()
    {
        var refusal = await Should.ThrowAsync<AcrException>(() => Client(_ => false).UpdateTokenAsync(settings));

        refusal.Message.ShouldBe("AcrTokenUpdate was not started, nothing was sent: it was not confirmed.");
        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_terminal_are_refused_instead_of_waited_for()
    {
        // The test runner redirects the standard output, as every CI host does.
        var refusal = await Should.ThrowAsync<AcrException>(() => Client(null).UpdateTokenAsync(settings));

        refusal.Message.ShouldContain("there is no terminal to ask on. Leave EnableConfirm out of unattended builds");
        executor.CallNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_not_asked_for_in_a_rehearsal()
    {
        await Client(_ => throw new InvalidOperationException("nobody should be asked")).UpdateTokenAsync(settings.EnableWhatIf());

        executor.CallNames().ShouldBeEmpty();
    }

    private AcrClient Client(Func<string, bool>? prompt) => new(executor, new AcrClientOptions { Prompt = prompt });
}
