using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Tests;

/// <summary>Limits that the formatter does not enforce: it wraps neither comments nor strings.</summary>
public sealed class SourceLines
{
    private const int Width = 150;

    private static readonly string[] Folders = ["src", "tests", "benchmarks"];

    [Fact]
    public void Are_no_wider_than_the_formatter_has_them() =>
        Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories))
            .Where(IsFormatted)
            .SelectMany(TooWide)
            .ShouldBeEmpty();

    // Build scripts are laid out by hand (see .csharpierignore), and .g.cs files by their generator.
    private static bool IsFormatted(string file)
    {
        var folders = Path.GetRelativePath(RepositoryRoot.Path, file).Split(Path.DirectorySeparatorChar)[..^1];
        return !file.EndsWith(".g.cs", StringComparison.Ordinal)
            && !folders.Any(f => f is "obj" or "bin" or "node_modules" || f.EndsWith(".Build", StringComparison.Ordinal))
            && !folders.Any(f => f.EndsWith(".Builds", StringComparison.Ordinal));
    }

    private static IEnumerable<string> TooWide(string file)
    {
        if (!File.ReadLines(file).Any(line => line.Length > Width))
            return [];
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview));
        return tree.GetText()
            .Lines.Where(line => line.ToString().TrimEnd(';', ',', ')', '"').Length > Width)
            .Where(line => !IsText(tree.GetRoot().FindToken(line.Start + Width, findInsideTrivia: true).Parent))
            .Select(line => $"{Path.GetRelativePath(RepositoryRoot.Path, file)}:{line.LineNumber + 1}");
    }

    // JSON, an address or the like, which is easier to read in one piece.
    private static bool IsText(Microsoft.CodeAnalysis.SyntaxNode? node) =>
        node?.AncestorsAndSelf().Any(n => n is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax) == true;
}
