namespace AcrTokens.Tests;

/// <summary>CI hosts by their names.</summary>
internal static class KnownHosts
{
    public static CiHost Of(string name, string? run = null) => new(CiHostKind.All.Single(kind => kind.Name == name), run);
}
