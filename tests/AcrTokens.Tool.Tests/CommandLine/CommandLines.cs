using System.Text.RegularExpressions;

namespace AcrTokens.Tool.Tests.CommandLine;

/// <summary>What is wrong with a command line is told at once, in one message, and nothing is sent.</summary>
public sealed class CommandLines : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await ToolEmulator.StartAsync();

    public async Task DisposeAsync()
    {
        emulator.Service.Requests.ShouldBeEmpty();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Have_all_their_mistakes_told_together()
    {
        var run = await emulator.RunAsync(
            "exec",
            "--registry",
            "not a registry",
            "--repository",
            "samples/app:psh",
            "--lifetime",
            "5y",
            "--prefix",
            "9",
            "--lifetme=3",
            "--",
            "true"
        );

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldMatch(
            """
            ^acrt exec: nothing was sent:
              'psh' of 'samples/app:psh' is not a permission[^\n]*
              --lifetime is '5y', which is not a time such as 90s, 20m, 1h30m or 00:20:00
              '--lifetme=3' is unknown: did you mean --lifetime\?
              'not a registry' names no registry[^\n]*
              '9' cannot begin a token's name[^\n]*
            'acrt exec --help' shows how it is used\.
            $
            """.ReplaceLineEndings("\n")
        );
    }

    [Theory]
    [InlineData("--registry=")]
    [InlineData("--registry:")]
    [InlineData("-r=")]
    public async Task Whose_option_has_an_empty_value_swallow_no_other(string empty)
    {
        var run = await emulator.RunAsync("exec", empty, "--what-if", "--repository", "a:pull", "--", "true");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain($"needs a value, and '{empty}' has none");
        run.Error.ShouldNotContain("--what-if");
    }

    [Theory]
    [InlineData("--registry", "", "--what-if")]
    [InlineData("--registry", "--what-if")]
    [InlineData("--registry", "--what-if", "--what-if")]
    public async Task Whose_option_has_no_value_are_told_so(params string[] words)
    {
        var run = await emulator.RunAsync(["exec", "--repository", "a:pull", .. words, "--", "true"]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--registry");
    }

    [Theory]
    [InlineData("exce", "did you mean exec?")]
    [InlineData("mnit", "did you mean mint?")]
    [InlineData("tokn", "did you mean token?")]
    [InlineData("scopemap", "did you mean scope-map?")]
    [InlineData("xyzzy", "'xyzzy' is unknown\n")]
    public async Task That_name_an_unknown_command_are_told_the_nearest(string command, string expected)
    {
        var run = await emulator.RunAsync(command);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(expected);
        run.Error.ShouldNotContain("Required command");
    }

    [Fact]
    public async Task Of_exec_want_the_command_apart()
    {
        var run = await emulator.RunAsync("exec", "-r", emulator.Registry, "--repository", "a:pull", "--scope-mp", "x", "docker", "push");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("the command stands after --");
    }

    [Fact]
    public async Task Of_which_an_emulators_address_is_not_this_machines_are_refused()
    {
        var run = await emulator.RunAsync("exec", "-r", "contoso", "--repository", "a:pull", "--emulator", "https://example.com", "--", "true");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("'https://example.com/' is not an https address of this machine");
    }

    [Fact]
    public async Task Show_help_with_examples_for_every_command_that_does_something()
    {
        var help = await emulator.RunAsync("--help");
        var commands = Regex
            .Matches(help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..], "(?m)^  ([a-z-]+)")
            .Select(m => m.Groups[1].Value);

        help.ExitCode.ShouldBe(0);
        foreach (var command in commands.Intersect(["exec", "mint", "revoke", "sweep", "preflight", "show"]))
        {
            var shown = await emulator.RunAsync(command, "--help");
            shown.ExitCode.ShouldBe(0);
            shown.Output.ShouldContain("Examples:\n  acrt ");
        }
    }

    [Fact]
    public async Task Show_the_version()
    {
        var run = await emulator.RunAsync("--version");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldMatch("^[0-9]+\\.[0-9]+\\.[0-9]+\\S*\n$");
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Are_completed_by_a_script(string shell)
    {
        var run = await emulator.RunAsync("completion", shell);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("[suggest:");
    }

    [ToolFact("bash")]
    public async Task Are_completed_in_bash()
    {
        var script = Path.Combine(emulator.Folder, "complete.sh");
        var function = string.Join(' ', Tool.Command.Select(word => $"'{word}'"));
        await File.WriteAllTextAsync(
            script,
            $$"""
            acrt() { {{function}} "$@"; }
            source <(acrt completion bash)
            COMP_LINE='acrt exec --keep' COMP_POINT=16 COMP_WORDS=(acrt exec --keep) COMP_CWORD=2
            _acrt
            echo "${COMPREPLY[@]}"
            """
        );

        var run = await Tool.RunAsync(
            new System.Diagnostics.ProcessStartInfo("bash", [script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            emulator.Environment
        );

        run.Output.ShouldBe("--keep-disabled\n", run.Error);
    }
}
