namespace AcrTokens.Tool.Tests.CommandLine;

/// <summary>A first try needs no Azure, and nothing but the emulator's address.</summary>
public sealed class EmulatorAddresses
{
    [UnixFact]
    public async Task Are_enough()
    {
        await using var emulator = await ToolEmulator.StartAsync();
        var environment = emulator.Environment.Keys.ToDictionary(name => name, name => name == "TMPDIR" ? emulator.Folder : null);

        var run = await Tool.RunAsync(
            [
                "exec",
                "--emulator",
                emulator.Service.ResourceManagerEndpoint.ToString(),
                "--registry",
                emulator.Registry,
                "--repository",
                "samples/app:push",
                "--prove",
                "--",
                "echo",
                "hello",
            ],
            environment
        );

        run.ShouldBe(new ToolRun(0, "hello\n", ""));
        emulator.Service.Requests.ShouldContain(r => r.Operation == "Registries_GenerateCredentials");
        emulator.Service.Tokens.ShouldBeEmpty();
    }
}
