using ScottPlot;
using SkiaSharp;

namespace AcrTokens.Benchmarks.Pictures.Drawing;

/// <summary>Panels with a common title, as one SVG.</summary>
internal sealed class Picture(string name, string title, Size size)
{
    private const float Edge = 14;

    private readonly List<(Panel Panel, PixelRect Place)> panels = [];
    private readonly List<string> notes = [];

    /// <summary>Adds a line below the title.</summary>
    public Picture Note(string note)
    {
        notes.Add(note);
        return this;
    }

    public Picture Add(Panel panel, float left, float top, float width, float height)
    {
        panels.Add((panel, new PixelRect(left, left + width, top + height, top)));
        return this;
    }

    public void Save(string folder, Theme theme)
    {
        using var memory = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, size.Width, size.Height), memory))
        {
            using var background = new SKPaint { Color = theme.Background.ToSKColor() };
            canvas.DrawRect(0, 0, size.Width, size.Height, background);
            foreach (var (panel, place) in panels)
            {
                // A plot that has never been rendered draws everything twice: nobody sees it in a bitmap, but an SVG keeps both.
                panel.Plot.RenderInMemory((int)place.Width, (int)place.Height);
                panel.Plot.Render(canvas, place);
            }

            Write(canvas, title, 16, bold: true, theme.Text, 26);
            foreach (var (i, note) in notes.Index())
                Write(canvas, note, 12, bold: false, theme.Faint, 46 + (16 * i));
        }

        File.WriteAllText(Path.Combine(folder, $"{name}-{theme.Name}.svg"), new SvgFile(memory.ToArray(), title, size).ToString());
    }

    private static void Write(SKCanvas canvas, string text, float points, bool bold, Color colour, float baseline)
    {
        using var font = Fonts.Of(points, bold);
        using var paint = new SKPaint { Color = colour.ToSKColor() };
        canvas.DrawText(text, Edge, baseline, font, paint);
    }
}
