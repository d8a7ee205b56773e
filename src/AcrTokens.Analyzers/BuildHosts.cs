using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>
/// NUKE and its fork Fallout, which has other namespaces and another base class, and the same types and members otherwise. The rules name what is
/// NUKE's, and this is the one place that knows Fallout's names.
/// </summary>
internal static class BuildHosts
{
    private static readonly (string InNuke, string InFallout)[] Names = [("Nuke.", "Fallout."), ("NukeBuild", "FalloutBuild")];

    /// <summary>Fallout's name for a type or namespace of NUKE.</summary>
    public static string InFallout(string name) => Names.Aggregate(name, (text, pair) => text.Replace(pair.InNuke, pair.InFallout));

    /// <summary>NUKE's name for a type or namespace, if it is Fallout's; otherwise its own. Empty for none.</summary>
    public static string NameInNuke(this ISymbol? symbol)
    {
        var name = symbol?.ToDisplayString() ?? "";
        return name.StartsWith("Fallout.", StringComparison.Ordinal)
            ? Names.Aggregate(name, (text, pair) => text.Replace(pair.InFallout, pair.InNuke))
            : name;
    }
}
