using ScottPlot;

namespace AcrTokens.Benchmarks.Pictures.Drawing;

/// <summary>The colours of a picture. They can be told apart by the colour-blind: Okabe's and Ito's, darker or lighter for the background.</summary>
internal sealed record Theme(string Name, Color Background, Color Text, Color Faint, Color Grid, Color First, Color Second, Color Third)
{
    public static IReadOnlyList<Theme> All { get; } =
    [
        new("light", new("#FFFFFF"), new("#1F2328"), new("#59636E"), new("#D8DEE4"), new("#0067A5"), new("#B84A00"), new("#00795A")),
        new("dark", new("#0D1117"), new("#E6EDF3"), new("#9DA7B3"), new("#2D333B"), new("#56B4E9"), new("#F0A830"), new("#35C9A0")),
    ];
}
