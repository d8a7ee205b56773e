using System.Globalization;
using AcrTokens.Benchmarks.Pictures.Drawing;
using AcrTokens.Benchmarks.Pictures.Results;
using ScottPlot;

namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>Wait and failures against builds an hour, for each SKU beside the next.</summary>
internal static class CapacityChart
{
    private const float Axis = 64;
    private const float Gap = 8;
    private const float Column = 272;
    private const float Top = 74;
    private const float Upper = 200;
    private const float Lower = 182;

    public static Picture? Draw(ResultsFile results, Theme theme)
    {
        var rates = results.Section<List<RateResult>>("Capacity: what each SKU carries");
        if (rates is null)
            return null;

        var skus = rates.GroupBy(rate => rate.Load.Name).Select(sku => sku.OrderBy(rate => rate.Load.BuildsPerHour).ToArray()).ToArray();
        var most = Math.Ceiling(rates.Max(rate => rate.WaitOf95Percent) / 20) * 20;
        var picture = new Picture(
            "capacity",
            "How many builds an hour a registry carries, a token each, used for 5 minutes",
            new Size((int)(Axis + (Column * skus.Length) + 12), (int)(Top + Upper + Lower - 4))
        ).Note(
            "Simulated: one principal, a creation takes 5 s. Dashed: the knee, up to which none fails and 95 % wait at most twice as long as alone."
        );
        foreach (var (i, sku) in skus.Index())
        {
            // The first has the axis of all.
            var first = i == 0;
            var left = first ? 0 : Axis + (Column * i);
            var width = first ? Axis + Column : Column;
            var knee = Knee.Of(sku);
            picture
                .Add(Waits(sku, knee, most, first, i == skus.Length - 1, theme), left, Top - 14, width, Upper)
                .Add(Failures(sku, knee, first, theme), left, Top - 14 + Upper, width, Lower);
        }

        return picture;
    }

    private static Panel Waits(RateResult[] sku, int knee, double most, bool first, bool last, Theme theme)
    {
        var panel = new Panel(theme, new PixelPadding(first ? Axis : Gap, 10, 10, 28), sku[0].Load.Name)
            .Across(null, Place(80), Place(20_000), [.. Ticks().Select(tick => (tick.Place, ""))])
            .Up(
                first ? "Wait for a token, s" : null,
                0,
                most,
                [.. Enumerable.Range(0, (int)(most / 20) + 1).Select(i => (i * 20.0, first ? $"{i * 20}" : ""))]
            );
        Mark(panel, knee, theme);
        panel.Line(
            Rates(sku),
            [.. sku.Select(rate => rate.WaitOf95Percent)],
            theme.Second,
            LinePattern.Solid,
            MarkerShape.FilledTriangleUp,
            "95 % wait no longer"
        );
        panel.Line(Rates(sku), [.. sku.Select(rate => rate.MeanWait)], theme.First, LinePattern.Solid, MarkerShape.FilledCircle, "mean");
        panel.Text($"up to {Show(knee)} an hour ", Place(knee), most * 0.93, Alignment.MiddleRight, theme.Text);
        return last ? panel.Legend(Alignment.MiddleLeft) : panel;
    }

    private static Panel Failures(RateResult[] sku, int knee, bool first, Theme theme)
    {
        var panel = new Panel(theme, new PixelPadding(first ? Axis : Gap, 10, 44, 14))
            .Across("Builds an hour", Place(80), Place(20_000), Ticks())
            .Up(first ? "Failed, %" : null, -3, 103, [.. Enumerable.Range(0, 5).Select(i => (i * 25.0, first ? $"{i * 25}" : ""))]);
        Mark(panel, knee, theme);
        panel.Line(Rates(sku), [.. sku.Select(rate => 100 * rate.FailedShare)], theme.Third, LinePattern.Solid, MarkerShape.FilledSquare);
        return panel;
    }

    private static void Mark(Panel panel, int knee, Theme theme)
    {
        var line = panel.Plot.Add.VerticalLine(Place(knee));
        line.Color = theme.Text;
        line.LineWidth = 1.5f;
        line.LinePattern = LinePattern.Dashed;
    }

    private static double[] Rates(RateResult[] sku) => [.. sku.Select(rate => Place(rate.Load.BuildsPerHour))];

    private static (double Place, string Text)[] Ticks() => [(Place(100), "100"), (Place(1_000), "1,000"), (Place(10_000), "10,000")];

    private static string Show(int rate) => rate.ToString("N0", CultureInfo.InvariantCulture);

    private static double Place(int rate) => Math.Log10(rate);
}
