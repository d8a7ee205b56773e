namespace Cake.AcrTokens.Real.Tests;

/// <summary>How these tests, and with them everything else, was built.</summary>
internal static class Built
{
    public static string Configuration { get; } = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
}
