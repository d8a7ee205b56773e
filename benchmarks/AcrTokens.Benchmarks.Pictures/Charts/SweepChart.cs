using System.Globalization;
using AcrTokens.Benchmarks.Pictures.Drawing;
using AcrTokens.Benchmarks.Pictures.Results;
using ScottPlot;

namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>How a sweep of 5,000 tokens proceeds under Resource Manager's budget of deletes.</summary>
internal static class SweepChart
{
    // https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
    private const int Burst = 200;
    private const int Refill = 10;

    private const float Width = 900;
    private const float Top = 74;
    private const float Upper = 290;
    private const float Lower = 150;
    private const double Minutes = 16;
    private const string Two = "two such sweeps, 4 at once each";

    public static Picture? Draw(ResultsFile results, Theme theme)
    {
        var sweeps = results.Section<Dictionary<string, SweepResult>>("Sweep:");
        if (sweeps is null)
            return null;

        return new Picture("sweep", "A sweep of 5,000 tokens under the budget of one principal", new Size((int)Width, (int)(Top + Upper + Lower - 4)))
            .Note("Simulated: 80 ms a request. The budget allows 200 deletes and then 10 a second; a sweep takes 100 and then 8 a second.")
            .Add(Deleted(sweeps, theme), 0, Top - 14, Width, Upper)
            .Add(Refused(sweeps, theme), 0, Top - 14 + Upper, Width, Lower);
    }

    private static Panel Deleted(Dictionary<string, SweepResult> sweeps, Theme theme)
    {
        var total = sweeps["4 at once"].Progress[^1].Count;
        var budget = (double)(total - Burst) / Refill / 60;
        var panel = new Panel(theme, new PixelPadding(64, 14, 10, 8))
            .Across(null, 0, Minutes, Ticks(labels: false))
            .Up(
                "Tokens deleted",
                0,
                total * 1.16,
                [.. Enumerable.Range(0, 6).Select(i => (i * 1000.0, (i * 1000).ToString("N0", CultureInfo.InvariantCulture)))]
            );
        Draw("all that the budget allows", theme.Faint, LinePattern.Dotted, [new(0, Burst), new(budget * 60, total)]);
        Draw("4 at once, and 16 at once just the same", theme.First, LinePattern.Solid, sweeps["4 at once"].Progress);
        Draw("two such sweeps side by side, by two clients", theme.Second, LinePattern.DenselyDashed, sweeps[Two].Progress);
        Draw("1 at once", theme.Third, LinePattern.Dashed, sweeps["1 at once"].Progress);
        return panel.Legend(Alignment.LowerRight);

        void Draw(string name, Color colour, LinePattern pattern, IReadOnlyList<SweepResult.Step> steps)
        {
            panel.Line([.. steps.Select(step => step.Seconds / 60)], [.. steps.Select(step => (double)step.Count)], colour, pattern, legend: name);
            var minutes = steps[^1].Seconds / 60;
            panel.Text(
                string.Create(CultureInfo.InvariantCulture, $"{minutes:F1} min"),
                minutes,
                total * 1.03,
                Alignment.LowerCenter,
                colour,
                bold: true
            );
        }
    }

    private static Panel Refused(Dictionary<string, SweepResult> sweeps, Theme theme)
    {
        var two = sweeps[Two].Refusals;
        var panel = new Panel(theme, new PixelPadding(64, 14, 44, 8))
            .Across("Minutes", 0, Minutes, Ticks(labels: true))
            .Up("Refused, 429", 0, 3_000, (0, "0"), (1_000, "1,000"), (2_000, "2,000"), (3_000, "3,000"));
        panel.Line([.. two.Select(step => step.Seconds / 60)], [.. two.Select(step => (double)step.Count)], theme.Second, LinePattern.DenselyDashed);
        panel.Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"two sweeps: {sweeps[Two].Throttled:N0} in all; a sweep alone: {sweeps["4 at once"].Throttled}"
            ),
            0.3,
            2_600,
            Alignment.MiddleLeft,
            theme.Text
        );
        return panel;
    }

    private static (double Place, string Text)[] Ticks(bool labels) =>
        [.. Enumerable.Range(0, ((int)Minutes / 2) + 1).Select(i => (i * 2.0, labels ? $"{i * 2}" : ""))];
}
