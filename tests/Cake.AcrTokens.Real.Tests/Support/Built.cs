namespace Cake.AcrTokens.Real.Tests;

/// <summary>The configuration that these tests, and with them everything else, were built with.</summary>
internal static class Built
{
    public static string Configuration { get; } = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
}
