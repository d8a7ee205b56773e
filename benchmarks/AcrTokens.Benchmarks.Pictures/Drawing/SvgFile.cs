using System.Globalization;
using System.Xml.Linq;

namespace AcrTokens.Benchmarks.Pictures.Drawing;

/// <summary>
/// Skia's SVG, made fit for a page. Skia places each letter by the widths of its own font, so that in any other the letters collide. Here a text
/// has a start and a length, which the reader's font fills.
/// </summary>
internal sealed class SvgFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement root;

    public SvgFile(byte[] skia, string title, Size size)
    {
        using var stream = new MemoryStream(skia);
        root = XDocument.Load(stream).Root!;
        root.SetAttributeValue("viewBox", $"0 0 {size.Width} {size.Height}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue(XNamespace.Xmlns + "xlink", null);
        root.AddFirst(new XElement(Svg + "title", title));
        foreach (var text in root.Descendants(Svg + "text"))
            Release(text);
    }

    public override string ToString() => root.ToString(SaveOptions.None).ReplaceLineEndings("\n") + "\n";

    private static void Release(XElement text)
    {
        var size = Number(text.Attribute("font-size")!.Value);
        using var font = Fonts.Of(size, text.Attribute("font-weight") is not null);
        text.Value = text.Value.Trim();
        text.SetAttributeValue("x", Places(text, "x")[0]);
        text.SetAttributeValue("y", Places(text, "y")[0]);
        text.SetAttributeValue("textLength", font.MeasureText(text.Value).ToString("F1", CultureInfo.InvariantCulture));
        text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        text.SetAttributeValue("font-family", Fonts.Family);
    }

    private static string[] Places(XElement text, string axis) =>
        text.Attribute(axis)!.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
