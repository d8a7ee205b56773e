namespace Nuke.Common.StandIn.Tests;

public class Summaries
{
    [Fact]
    public void Table_names_each_target_with_status_duration_and_total()
    {
        var result = BuildProcess.Run("SummaryBuild");
        result.Table.Select(x => x.Split(' ')[0]).ShouldBe(["Plain", "Reporting"]);
        result.Row("Plain").ShouldBe("Succeeded");
        result.Table.First().ShouldEndWith("< 1sec");
        result.Lines.ShouldContain(x => x.StartsWith("Total ") && x.EndsWith("< 1sec"));
        result.Lines.ShouldContain(x => x.StartsWith("Build succeeded on "));
    }

    [Fact]
    public void Last_report_of_a_target_replaces_the_ones_before_it() =>
        BuildProcess.Run("SummaryBuild").Row("Reporting").ShouldBe("Succeeded // Token: build-42, Uses: 2");

    [Fact]
    public void Report_of_a_failed_target_stands_in_place_of_its_exception()
    {
        var result = BuildProcess.Run("SummaryBuild", environment: "FAILING=Reporting");
        result.Row("Reporting").ShouldBe("Failed // Token: build-42, Uses: 2");
        result.Lines.ShouldContain(x => x.StartsWith("Build failed on "));
    }

    [Fact]
    public void Report_without_a_running_target_throws() => BuildProcess.Run("SummaryBuild").Lines.ShouldContain("no running target to report for");

    [Fact]
    public void Failure_is_logged_with_its_text_and_repeated_without()
    {
        var result = BuildProcess.Run("SummaryBuild", "plain", "FAILING=Plain");
        result.Text.ShouldContain(
            "[ERR] Target Plain has thrown an exception\nSystem.InvalidOperationException: Plain broke\nand this is the second line\n"
        );
        result.Lines.ShouldContain("[ERR] Plain: Target Plain has thrown an exception");
    }

    [Fact]
    public void Lines_carry_time_and_level_from_debug_up()
    {
        var result = BuildProcess.Run("SummaryBuild", "logging");
        result.Lines.ShouldContain(x => System.Text.RegularExpressions.Regex.IsMatch(x, @"^\d\d:\d\d:\d\d \[DBG\] a debug line$"));
        result.Text.ShouldContain(" [INF] an information about build-42\n");
        result.Text.ShouldNotContain("a verbose line");
    }

    [Fact]
    public void Errors_and_warnings_are_repeated_under_their_target() =>
        BuildProcess.Run("SummaryBuild", "logging").Text.ShouldContain("[WRN] Logging: a warning\n[ERR] Logging: an error\n");

    [Fact]
    public void Debug_is_dropped_at_the_end_once_there_was_a_warning()
    {
        BuildProcess.Run("SummaryBuild", "plain").Text.ShouldContain("a debug line at the end");
        var result = BuildProcess.Run("SummaryBuild", "logging");
        result.Text.ShouldNotContain("a debug line at the end");
        result.Lines.ShouldContain(x => x.StartsWith("[INF] ") && x.EndsWith(": an information at the end"));
    }
}
