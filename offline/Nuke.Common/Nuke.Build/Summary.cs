using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Execution;

internal static class Summary
{
    // Non-breaking, so that the columns stay apart in a log viewer that collapses blanks.
    private const char Padding = '\u00A0';

    public static void Write(NukeBuild build)
    {
        var width = build.ExecutionPlan.Select(x => x.Name.Length + 4).Append(19).Max();
        var host = Host.Current;
        host.WriteLine();
        host.WriteLine(Rule('═'));
        host.WriteLine(Line("Target", "Status", "Duration"), ConsoleThemeStyle.LevelInformation);
        host.WriteLine(Rule('─'));
        foreach (var target in build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective))
        {
            var ran = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
            var information = string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));
            var line = Line(target.Name, $"{target.Status}", ran ? Text(target.Duration) : "");
            host.WriteLine(information == "" ? line : $"{line}{new string(Padding, 3)}// {information}", StyleOf(target.Status));
        }

        host.WriteLine(Rule('─'));
        host.WriteLine(
            Line("Total", "", Text(build.ExecutionPlan.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration))),
            ConsoleThemeStyle.LevelInformation
        );
        host.WriteLine(Rule('═'));
        host.WriteLine();
        host.WriteLine(
            $"Build {(build.IsSucceeding ? "succeeded" : "failed")} on {DateTime.Now}.",
            StyleOf(build.IsSucceeding ? ExecutionStatus.Succeeded : ExecutionStatus.Failed)
        );

        string Rule(char line) => new(line, width + 20);
        string Line(string target, string status, string duration) =>
            target.PadRight(width, Padding) + status.PadRight(10, Padding) + duration.PadLeft(10, Padding);
    }

    private static ConsoleThemeStyle StyleOf(ExecutionStatus status) =>
        status switch
        {
            ExecutionStatus.Succeeded => ConsoleThemeStyle.Name,
            ExecutionStatus.Failed => ConsoleThemeStyle.LevelError,
            ExecutionStatus.Skipped => ConsoleThemeStyle.LevelDebug,
            _ => ConsoleThemeStyle.LevelWarning,
        };

    private static string Text(TimeSpan duration) => duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";
}
