using SkiaSharp;

namespace AcrTokens.Benchmarks.Pictures.Drawing;

/// <summary>The font in which texts are measured. Liberation Sans is free, and as wide as Arial and Helvetica, which readers have.</summary>
internal static class Fonts
{
    public const string Name = "Liberation Sans";

    /// <summary>What the picture asks for.</summary>
    public const string Family = "Liberation Sans, Arial, Helvetica, sans-serif";

    /// <exception cref="InvalidOperationException">The font is not installed: labels would be placed by the widths of another one.</exception>
    public static SKFont Of(float size, bool bold)
    {
        var face = SKTypeface.FromFamilyName(Name, bold ? SKFontStyle.Bold : SKFontStyle.Normal);
        return face.FamilyName == Name
            ? new SKFont(face, size) { Subpixel = true, LinearMetrics = true }
            : throw new InvalidOperationException($"The font {Name} is needed: apt-get install fonts-liberation");
    }
}
