using System.Text.Json.Nodes;
using AcrTokens.Emulator;

namespace AcrTokens.Tool.Tests.Leases;

/// <summary><c>acrt exec</c>: what the child gets, and how it ends.</summary>
public sealed class Running : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [UnixFact]
    public async Task A_command_gives_it_a_login_and_takes_it_away_again()
    {
        var run = await ExecAsync(["--prove"], "cat $DOCKER_CONFIG/config.json; echo; echo $REGISTRY_AUTH_FILE");

        run.ExitCode.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonNode.Parse(lines[0])!["auths"]!.AsObject().ShouldContain(auth => auth.Key == emulator.Service.LoginServer);
        File.Exists(lines[1]).ShouldBeFalse();
        run.Error.ShouldBeEmpty();
        emulator.Service.Tokens.ShouldBeEmpty();
        emulator.Service.Requests.ShouldContain(r => r.Operation == "Tokens_Update");
    }

    [UnixFact]
    public async Task A_command_passes_input_output_and_arguments_through()
    {
        var run = await Tool.RunAsync(
            [.. Exec(), "--", "sh", "-c", "cat; printf 'err\\0or' >&2; printf '%s|' \"$@\"", "name", "--registry=", "-", "--", "@file", "a b", ""],
            emulator.Environment,
            input: "in\0put"
        );

        run.ShouldBe(new ToolRun(0, "in\0put--registry=|-|--|@file|a b||", "err\0or"));
    }

    [UnixTheory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("exit 255", 255)]
    [InlineData("kill -KILL $$", 137)]
    [InlineData("kill -TERM $$", 143)]
    public async Task A_command_ends_with_its_exit_code(string script, int expected)
    {
        var run = await ExecAsync([], script);

        run.ShouldBe(new ToolRun(expected, "", ""));
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [UnixFact]
    public async Task A_command_that_is_not_there_or_no_program_sends_nothing()
    {
        var missing = await Tool.RunAsync([.. Exec(), "--", "no-such-command"], emulator.Environment);
        var file = await Tool.RunAsync([.. Exec(), "--", Path.Combine(emulator.Folder, "ca.pem")], emulator.Environment);

        missing.ShouldBe(new ToolRun(127, "", "There is no command 'no-such-command'.\n"));
        file.ExitCode.ShouldBe(126);
        file.Error.ShouldContain("ca.pem may not be run.");
        emulator.Service.Requests.ShouldBeEmpty();
    }

    [UnixFact]
    public async Task A_command_looks_for_it_on_PATH_alone()
    {
        await WriteProgramAsync("here", "#!/bin/sh\nexit 3\n");

        var start = Tool.Start([.. Exec(), "--", "here"], emulator.Environment);
        start.WorkingDirectory = emulator.Folder;
        var bare = await Tool.RunAsync(start);
        var path = await Tool.RunAsync(
            [.. Exec(), "--", "here"],
            new Dictionary<string, string?>(emulator.Environment) { ["PATH"] = $"{emulator.Folder}:{Environment.GetEnvironmentVariable("PATH")}" }
        );

        bare.ExitCode.ShouldBe(127);
        path.ExitCode.ShouldBe(3);
    }

    [UnixTheory]
    [InlineData("exit 5\n", 5)] // as shells have it, and execvp
    [InlineData("#!/no/such/interpreter\n", 127)]
    public async Task A_script_does_as_a_shell_does(string text, int expected)
    {
        var script = await WriteProgramAsync("script", text);

        var run = await Tool.RunAsync([.. Exec(), "--", script], emulator.Environment);

        run.ExitCode.ShouldBe(expected, run.Error);
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [UnixTheory]
    [InlineData(0, 125)]
    [InlineData(4, 4)]
    public async Task A_command_tells_a_failed_revocation_in_one_line(int exitCode, int expected)
    {
        foreach (var operation in new[] { "Tokens_Update", "Tokens_Delete" })
            emulator.Service.AddFault(
                new EmulatorFault(operation)
                {
                    Times = 99,
                    Status = 403,
                    Code = "AuthorizationFailed",
                }
            );

        var run = await ExecAsync([], $"exit {exitCode}");

        run.ExitCode.ShouldBe(expected);
        run.Error.TrimEnd('\n').ShouldNotContain("\n");
        run.Error.ShouldContain("could not be revoked and is good until");
        emulator.Service.Tokens.ShouldHaveSingleItem();
    }

    [UnixFact]
    public async Task A_command_that_the_service_refuses_a_token_ends_with_125()
    {
        emulator.Service.AddFault(new EmulatorFault("Tokens_Create") { Status = 403, Code = "AuthorizationFailed" });

        var run = await ExecAsync([], "echo never");

        run.ExitCode.ShouldBe(125);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("AuthorizationFailed");
    }

    [UnixFact]
    public async Task A_command_without_a_tool_to_log_in_with_ends_with_125_and_no_token()
    {
        var environment = new Dictionary<string, string?>(emulator.Environment) { ["PATH"] = emulator.Folder };

        var run = await Tool.RunAsync([.. Exec(), "--login", "helm", "--", "/bin/sh", "-c", "echo never"], environment);

        run.ExitCode.ShouldBe(125);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("there is no 'helm' on PATH. Install it, or leave --login out");
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    [UnixFact]
    public async Task A_command_with_what_if_says_what_it_would_do()
    {
        var run = await ExecAsync(["--what-if"], "echo never");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("What if: PUT");
        run.Error.ShouldContain("What if: run /");
        emulator.Service.Requests.ShouldBeEmpty();
    }

    [UnixFact]
    public async Task A_command_with_a_proof_that_fails_ends_with_125()
    {
        // A registry that has not heard of it yet.
        emulator.Service.AddFault(
            new EmulatorFault("OAuth2_Token")
            {
                Times = 99,
                Status = 200,
                Body = """{"access_token":"x"}""",
            }
        );

        var run = await ExecAsync(["--prove", "--keep-disabled"], "exit 0");

        run.ExitCode.ShouldBe(125, string.Join(' ', emulator.Service.Requests.Select(r => r.Operation)));
        run.Error.ShouldContain("still accepts its password");
    }

    [UnixFact]
    public async Task A_command_masks_where_the_host_reads_and_the_child_does_not_write()
    {
        var environment = new Dictionary<string, string?>(emulator.Environment) { ["GITHUB_ACTIONS"] = "true" };

        var run = await Tool.RunAsync([.. Exec(), "--", "echo", "out"], environment);

        run.Output.ShouldBe("out\n");
        run.Error.ShouldContain("\n::add-mask::");
    }

    [UnixTheory]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData("<&- >&- 2>&-")]
    [InlineData(">/dev/full 2>/dev/full")]
    [InlineData("| true")]
    public async Task A_command_with_closed_outputs_revokes(string closed)
    {
        var words = string.Join(' ', Tool.Command.Concat(Exec()).Select(word => $"'{word}'"));

        var run = await Tool.RunAsync(
            new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", $"{words} --verbose -- sh -c 'echo x; echo y >&2; exit 0' {closed}"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            emulator.Environment
        );

        run.ExitCode.ShouldBe(0, run.Error);
        emulator.Service.Requests.ShouldContain(r => r.Operation == "Registries_GenerateCredentials");
        emulator.Service.Tokens.ShouldBeEmpty();
    }

    private string[] Exec() => ["exec", "--registry", emulator.Registry, "--repository", "samples/app:push"];

    private Task<ToolRun> ExecAsync(string[] options, string script) =>
        Tool.RunAsync([.. Exec(), .. options, "--", "sh", "-c", script], emulator.Environment);

    private async Task<string> WriteProgramAsync(string name, string text)
    {
        var path = Path.Combine(emulator.Folder, name);
        await File.WriteAllTextAsync(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
