using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Tool.Tests.Leases;

/// <summary>The password is in no argument list, environment, file or output, but in the private configuration while it is needed.</summary>
public sealed class CanaryOfLeases : IAsyncLifetime
{
    // All processes there are, as any program of this user's sees them.
    private const string Snapshot = "for p in /proc/[0-9]*; do cat $p/cmdline $p/environ 2>/dev/null; done";

    private ToolEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [LinuxTheory]
    [InlineData()]
    [InlineData("--verbose")]
    [InlineData("--verbose", "--prove", "--keep-disabled")]
    public async Task Of_exec_is_found_nowhere(params string[] options)
    {
        using var seen = new SeenFolder();
        var script = $"cp $DOCKER_CONFIG/config.json {seen.Config}; ({Snapshot}) > {seen.Processes}; echo done; echo done >&2";

        var run = await emulator.RunAsync([
            "exec",
            "--registry",
            emulator.Registry,
            "--repository",
            "samples/app:push",
            .. options,
            "--",
            "sh",
            "-c",
            script,
        ]);

        run.ExitCode.ShouldBe(0, run.Error);
        await SearchAsync(seen.Config, seen.Processes, run.Output + run.Error);
    }

    [LinuxFact]
    public async Task Of_mint_is_found_nowhere_but_in_its_folder()
    {
        using var seen = new SeenFolder();
        var login = Path.Combine(seen.Path, "login");
        var outputs = Path.Combine(emulator.Folder, "outputs");
        var environment = new Dictionary<string, string?>(emulator.Environment) { ["GITHUB_OUTPUT"] = outputs };

        var run = await Tool.RunAsync(
            ["mint", "--registry", emulator.Registry, "--repository", "samples/app:push", "--verbose", "--docker-config", login],
            environment
        );

        run.ExitCode.ShouldBe(0, run.Error);
        await File.WriteAllTextAsync(seen.Processes, "");
        await SearchAsync(Path.Combine(login, "config.json"), seen.Processes, run.Output + run.Error);
    }

    private async Task SearchAsync(string config, string processes, string output)
    {
        var login = Encoding
            .UTF8.GetString(
                Convert.FromBase64String(
                    (string)JsonNode.Parse(await File.ReadAllTextAsync(config))!["auths"]![emulator.Service.LoginServer]!["auth"]!
                )
            )
            .Split(':');
        var forms = WrittenSecret.All(login[0], login[1]);
        forms.Any((await File.ReadAllTextAsync(config)).Contains).ShouldBeTrue("what is searched for is found where it is");

        Search("the output", output);
        Search("a process", await File.ReadAllTextAsync(processes, Encoding.Latin1));
        foreach (var file in Directory.GetFiles(emulator.Folder, "*", SearchOption.AllDirectories))
            Search(file, await File.ReadAllTextAsync(file, Encoding.Latin1));

        // Without the text: a failed test must not show it either.
        void Search(string where, string text) => forms.Any(text.Contains).ShouldBeFalse($"{where} holds the password");
    }

    /// <summary>Where the password may be, apart from what is searched.</summary>
    private sealed class SeenFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acrt-seen-");

        public string Path => folder.FullName;

        public string Config => System.IO.Path.Combine(Path, "config.json");

        public string Processes => System.IO.Path.Combine(Path, "processes");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
