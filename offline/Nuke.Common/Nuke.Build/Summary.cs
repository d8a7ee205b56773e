namespace Nuke.Common.Execution;

internal static class Summary
{
    public static void WriteBanner(string text) => Console.WriteLine($"\n╬{Rule('═', text.Length + 5)}\n║ {text}\n╬{Rule('═', text.Length)}\n");

    public static void Write(NukeBuild build)
    {
        var width = build.ExecutionPlan.Select(x => x.Name.Length + 4).Append(19).Max();
        Console.WriteLine($"\n{Rule('═', width + 20)}\n{Line("Target", "Status", "Duration")}\n{Rule('─', width + 20)}");
        foreach (var target in build.ExecutionPlan.Where(x => x.Status != ExecutionStatus.Collective))
        {
            var ran = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
            var information = string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"));
            var line = Line(target.Name, $"{target.Status}", ran ? Text(target.Duration) : "");
            Console.WriteLine(information == "" ? line : $"{line}   // {information}");
        }

        var total = build.ExecutionPlan.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Duration);
        Console.WriteLine($"{Rule('─', width + 20)}\n{Line("Total", "", Text(total))}\n{Rule('═', width + 20)}\n");
        Console.WriteLine($"Build {(build.IsSucceeding ? "succeeded" : "failed")} on {DateTime.Now}.");

        string Line(string target, string status, string duration) => target.PadRight(width) + status.PadRight(10) + duration.PadLeft(10);
    }

    private static string Rule(char line, int length) => new(line, length);
    private static string Text(TimeSpan duration) => duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";
}
