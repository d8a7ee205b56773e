namespace AcrTokens.Integration.Tests;

/// <summary>A program with the core, compiled ahead of time.</summary>
public sealed class NativePrograms
{
    [NativeFact]
    public async Task Mint_hand_over_and_revoke()
    {
        await using var emulator = await EmulatorForClients.StartAsync();

        var run = await RunAsync(emulator, emulator.Folder);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("with \"[REDACTED]\"");
        run.Output.ShouldContain($"handed over in {emulator.Folder}/acrtokens-");
        run.Output.ShouldContain("revoked, refused on 2");
        emulator.Emulator.Tokens.ShouldBeEmpty();
        emulator.Emulator.Requests.Select(r => r.Operation).ShouldContain("Registries_GenerateCredentials");
        Directory.GetDirectories(Directory.GetDirectories(emulator.Folder, "acrtokens-*").ShouldHaveSingleItem()).ShouldBeEmpty();
    }

    [NativeFact]
    public async Task Mint_and_revoke_without_a_temporary_folder_and_say_which_when_they_need_one()
    {
        await using var emulator = await EmulatorForClients.StartAsync();
        var missing = Path.Combine(emulator.Folder, "missing");

        var run = await RunAsync(emulator, missing);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain($"not handed over: Could not write a private folder in {missing}: There is no such folder. TMPDIR chooses where:");
        run.Output.ShouldContain("revoked, refused on 2");
        emulator.Emulator.Tokens.ShouldBeEmpty();
    }

    private static async Task<ChildProcess> RunAsync(EmulatorForClients emulator, string temporary) =>
        await ChildProcess.RunAsync(
            NativeFactAttribute.Program,
            [emulator.RegistryId],
            new Dictionary<string, string?>(emulator.Environment) { ["TMPDIR"] = temporary, ["XDG_RUNTIME_DIR"] = null }
        );
}
