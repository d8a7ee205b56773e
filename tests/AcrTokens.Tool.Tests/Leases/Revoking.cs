namespace AcrTokens.Tool.Tests.Leases;

public sealed class Revoking
{
    [Fact]
    public async Task A_token_that_is_gone_succeeds()
    {
        await using var emulator = await ToolEmulator.StartAsync();

        var run = await emulator.RunAsync("revoke", "gone-token", "--registry", emulator.Registry);

        run.ShouldBe(new ToolRun(0, "", ""));
    }
}
