namespace AcrTokens.Benchmarks.Pictures.Drawing;

/// <summary>In pixels; a page is about 900 wide.</summary>
internal sealed record Size(int Width, int Height);
