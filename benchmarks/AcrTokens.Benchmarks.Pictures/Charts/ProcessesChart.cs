using AcrTokens.Benchmarks.Pictures.Drawing;
using AcrTokens.Benchmarks.Pictures.Results;
using AcrTokens.Benchmarks.Reports;
using ScottPlot;

namespace AcrTokens.Benchmarks.Pictures.Charts;

/// <summary>Wall time and memory of each way to mint and disable a token, as a process of its own.</summary>
internal static class ProcessesChart
{
    private const float Names = 270;
    private const float Width = 900;
    private const float Top = 80;
    private const float Row = 28;

    public static Picture? Draw(ResultsFile results, Theme theme)
    {
        // The help texts mint nothing.
        var ways = results
            .Section<Dictionary<string, Contestant>>("Whole process")
            ?.Where(way => !way.Key.EndsWith("--help", StringComparison.Ordinal))
            .OrderBy(way => Spread.Of(way.Value.Samples.Select(s => s.Wall)).Median)
            .ToArray();
        if (ways is null)
            return null;

        var height = (Row * ways.Length) + 30;
        var half = (Width - Names) / 2;
        return new Picture("processes", "Minting and disabling a token, in a process started cold", new Size((int)Width, (int)(Top + height + 12)))
            .Note(
                $"Bar: median of {ways[0].Value.Samples.Count} rounds. Line: from the least to the most. In brackets: quartiles. "
                    + "Filled: this library. Outlined: others."
            )
            .Add(Bars(ways, s => s.Wall, "F0", "Wall time, ms", theme, names: true), 0, Top - 14, Names + half, height)
            .Add(Bars(ways, s => s.Memory, "F1", "Peak memory, MB", theme, names: false), Names + half, Top - 14, half, height);
    }

    private static Panel Bars(
        KeyValuePair<string, Contestant>[] ways,
        Func<Contestant.Sample, double> value,
        string format,
        string title,
        Theme theme,
        bool names
    )
    {
        var spreads = ways.Select(way => Spread.Of(way.Value.Samples.Select(value))).ToArray();
        var panel = new Panel(theme, new PixelPadding(names ? Names : 12, 10, 4, 26), title)
            // Room for the figures beside the longest bar.
            .Across(null, 0, spreads.Max(s => s.Most) * 1.75)
            .Up(null, -0.6, ways.Length - 0.4, names ? [.. ways.Select((way, i) => ((double)i, way.Key))] : []);
        panel.Plot.Grid.IsVisible = false;
        foreach (var (i, spread) in spreads.Index())
        {
            var ours = ways[i].Key.StartsWith("this library", StringComparison.Ordinal) || ways[i].Key.StartsWith("acrt", StringComparison.Ordinal);
            var bar = new Bar
            {
                Position = i,
                Value = spread.Median,
                Size = 0.62,
                Orientation = Orientation.Horizontal,
                FillColor = ours ? theme.First : theme.Second.WithAlpha(0.15),
                LineColor = ours ? theme.First : theme.Second,
                LineWidth = 1,
            };
            panel.Plot.Add.Bar(bar);
            var range = panel.Plot.Add.Line(spread.Least, i, spread.Most, i);
            range.Color = theme.Text;
            range.LineWidth = 2;
            panel.Text("  " + spread.Show(format), spread.Most, i, Alignment.MiddleLeft, theme.Text);
        }

        return panel;
    }
}
