namespace Nuke.Common.StandIn.Tests;

/// <summary>The console's exact output, character by character, and the log files.</summary>
public class Consoles
{
    private static readonly string[] s_servers =
    [
        "GITHUB_ACTIONS=true",
        "TF_BUILD=True",
        "GITLAB_CI=true",
        "TEAMCITY_VERSION=2025.07",
        "APPVEYOR=True",
    ];

    public static TheoryData<string> Servers => [.. s_servers];

    [Fact]
    public void Summary_is_padded_with_blanks_that_do_not_break()
    {
        var row = BuildProcess.Run("SummaryBuild").Raw.Single(x => x.StartsWith("Reporting"));
        row.ShouldStartWith("Reporting\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0Succeeded\u00A0\u00A0\u00A0\u00A0\u00A0");
        row.ShouldEndWith("\u00A0\u00A0\u00A0// Token: build-42, Uses: 2", Case.Sensitive, "what is reported has its own blanks");
    }

    [Fact]
    public void Empty_lines_hold_a_character_of_no_width()
    {
        var raw = BuildProcess.Run("SummaryBuild").Raw;
        raw[Index(raw, "Target\u00A0") - 2].ShouldBe("\u200B");
        raw[Index(raw, "Build succeeded") - 1].ShouldBe("\u200B");
    }

    [Fact]
    public void Terminal_that_is_none_gets_no_colours() => BuildProcess.Run("SummaryBuild", "logging").Raw.ShouldNotContain(x => x.Contains('\e'));

    [Theory]
    [InlineData("TERM=xterm-256color")]
    [MemberData(nameof(Servers))]
    public void Colours_are_set_for_each_property_apart(string environment)
    {
        var result = BuildProcess.Run("SummaryBuild", "logging", environment);
        result.Raw.ShouldNotContain(x => x.Contains("an information about build-42"), "text and property are coloured by themselves");
        result.Raw.ShouldContain(x => System.Text.RegularExpressions.Regex.IsMatch(x, @"an information about \e\[0m\e\[[0-9;]*mbuild-42\e\[0m$"));
        result.Lines.ShouldContain(x => x.EndsWith("[INF] an information about build-42"));
        result.Row("Logging").ShouldBe("Succeeded");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS=true", "::group::Logging", "::warning::a warning", "::error::an error", "::endgroup::Logging")]
    [InlineData(
        "TF_BUILD=True",
        "##[group]Logging",
        "##vso[task.logissue type=warning]a warning",
        "##vso[task.logissue type=error]an error",
        "##[endgroup]Logging"
    )]
    [InlineData(
        "TEAMCITY_VERSION=2025.07",
        "##teamcity[blockOpened name='Logging']",
        "##teamcity[message text='a warning' status='WARNING']",
        "##teamcity[message text='an error' status='ERROR']",
        "##teamcity[blockClosed name='Logging']"
    )]
    public void Server_is_told_of_targets_warnings_and_errors_in_its_own_commands(string environment, params string[] commands)
    {
        var raw = BuildProcess.Run("SummaryBuild", "logging", environment).Raw;
        commands.Select(x => Index(raw, x)).ShouldBeInOrder();
        raw.Skip(Index(raw, commands[1])).ShouldContain(x => x.Contains("a warning") && x.Contains("WRN"), "the console has it besides");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS=true", "::notice::by hand")]
    [InlineData("TF_BUILD=True", "##vso[task.debug]by hand")]
    public void Server_command_that_is_logged_reaches_the_console_as_it_is(string environment, string command) =>
        BuildProcess.Run("SummaryBuild", "commanding", $"{environment};COMMAND={command}").Raw.ShouldContain(command);

    [Fact]
    public void Log_files_lie_beside_each_other_and_hold_what_the_console_hides()
    {
        var logs = BuildProcess.Run("SummaryBuild", "logging").Logs;
        logs.Keys.Order(StringComparer.Ordinal).First().ShouldMatch(@"^build\.\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.log$");
        logs.Keys.ShouldContain("build.log");
        logs.Count.ShouldBe(2);
        foreach (var log in logs.Values)
        {
            log.ShouldContain("V | Logging              | a verbose line");
            log.ShouldContain("I | Logging              | an information about build-42");
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void Server_has_no_log_files(string environment) => BuildProcess.Run("SummaryBuild", "logging", environment).Logs.ShouldBeEmpty();

    private static int Index(IReadOnlyList<string> lines, string start) =>
        lines.Index().First(x => x.Item.StartsWith(start, StringComparison.Ordinal)).Index;
}
