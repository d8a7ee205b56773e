namespace AcrTokens.Tool.Tests.CommandLine;

/// <summary>The line and the exit code of a sign-in that fails, with the real Azure.Identity against the emulator's authority.</summary>
public sealed class SignIns : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [Theory]
    [InlineData(1, "token", "list")]
    [InlineData(1, "revoke", "acrt-20261121t063000z-4711-3k9x0m2q")]
    [InlineData(1, "sweep")]
    [InlineData(1, "mint", "--scope-map", "_repositories_push", "--docker-config", "login")]
    [InlineData(125, "exec", "--scope-map", "_repositories_push", "--", "true")]
    public async Task That_fail_are_told_in_the_first_line(int exitCode, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(emulator.Environment) { ["AZURE_CLIENT_SECRET"] = "another-than-the-emulators" };
        string[] registry = ["--registry", emulator.Registry];

        var run = await Tool.RunAsync([arguments[0], .. Subcommand(arguments), .. registry, .. Rest(arguments)], environment);

        run.ExitCode.ShouldBe(exitCode, run.Error);
        run.Output.ShouldBeEmpty();
        run.Error.Split('\n')[0].ShouldContain("AADSTS7000215, the client secret is wrong");
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    private static string[] Subcommand(string[] arguments) => arguments[0] == "token" ? [arguments[1]] : [];

    private static string[] Rest(string[] arguments) => arguments[0] == "token" ? arguments[2..] : arguments[1..];
}
