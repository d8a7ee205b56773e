using ScottPlot;
using ScottPlot.TickGenerators;

namespace AcrTokens.Benchmarks.Pictures.Drawing;

/// <summary>One plot of a picture.</summary>
internal sealed class Panel
{
    private const int TickPoints = 12;

    private readonly Theme theme;

    public Panel(Theme theme, PixelPadding padding, string? title = null)
    {
        this.theme = theme;
        Plot.RenderManager.ClearCanvasBeforeEachRender = false; // other panels are on it
        Plot.Layout.Fixed(padding);
        Plot.FigureBackground.Color = theme.Background;
        Plot.DataBackground.Color = theme.Background;
        Plot.Axes.Color(theme.Faint);
        Plot.Grid.MajorLineColor = theme.Grid;
        Plot.HideLegend();
        Plot.Axes.Right.FrameLineStyle.IsVisible = false;
        Plot.Axes.Top.FrameLineStyle.IsVisible = false;
        if (title is not null)
        {
            Plot.Axes.Title.Label.Text = title;
            Plot.Axes.Title.Label.FontSize = 13;
            Plot.Axes.Title.Label.ForeColor = theme.Text;
        }

        Plot.Font.Set(Fonts.Name);
    }

    public Plot Plot { get; } = new();

    public Panel Across(string? label, double from, double to, params (double Place, string Text)[] ticks)
    {
        Plot.Axes.SetLimitsX(from, to);
        Set(Plot.Axes.Bottom, label, ticks);
        return this;
    }

    public Panel Up(string? label, double from, double to, params (double Place, string Text)[] ticks)
    {
        Plot.Axes.SetLimitsY(from, to);
        Set(Plot.Axes.Left, label, ticks);
        return this;
    }

    public void Line(
        IReadOnlyList<double> xs,
        IReadOnlyList<double> ys,
        Color colour,
        LinePattern pattern,
        MarkerShape marker = MarkerShape.None,
        string legend = ""
    )
    {
        var line = Plot.Add.Scatter(xs.ToArray(), ys.ToArray());
        line.Color = colour;
        line.LineWidth = 2;
        line.LinePattern = pattern;
        line.LegendText = legend;
        line.MarkerShape = marker;
        line.MarkerSize = marker == MarkerShape.None ? 0 : 6;
    }

    /// <summary>Names the lines that have a name.</summary>
    public Panel Legend(Alignment place)
    {
        var legend = Plot.ShowLegend(place);
        legend.FontName = Fonts.Name;
        legend.FontSize = TickPoints;
        legend.FontColor = theme.Text;
        legend.BackgroundColor = theme.Background;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.SymbolWidth = 36;
        return this;
    }

    public void Text(string text, double x, double y, Alignment alignment, Color colour, float points = TickPoints, bool bold = false)
    {
        var label = Plot.Add.Text(text, x, y);
        label.LabelFontName = Fonts.Name;
        label.LabelFontSize = points;
        label.LabelBold = bold;
        label.LabelFontColor = colour;
        label.LabelAlignment = alignment;
    }

    private void Set(IAxis axis, string? label, (double Place, string Text)[] ticks)
    {
        axis.TickGenerator = new NumericManual([.. ticks.Select(t => t.Place)], [.. ticks.Select(t => t.Text)]);
        axis.TickLabelStyle.FontSize = TickPoints;
        axis.TickLabelStyle.FontName = Fonts.Name;
        axis.TickLabelStyle.ForeColor = theme.Text;
        if (label is null)
            return;
        axis.Label.Text = label;
        axis.Label.FontSize = TickPoints;
        axis.Label.FontName = Fonts.Name;
        axis.Label.Bold = false;
        axis.Label.ForeColor = theme.Text;
    }
}
