using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

/// <summary>An editor asks for one open document, or for the lines on the screen, and never for the whole compilation.</summary>
public sealed class Editors
{
    private static readonly string Source =
        "global using System; " + File.ReadAllText(Path.Combine(RepositoryRoot.Path, "samples", "antipatterns", "Build.cs"));

    [Fact]
    public async Task Show_all_that_is_in_a_document()
    {
        var (analysis, model, all) = await OpenAsync();

        (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None))
            .Select(Text)
            .ShouldBe(all.Select(Text), ignoreOrder: true);
    }

    [Fact]
    public async Task Show_all_that_is_on_the_screen()
    {
        var (analysis, model, all) = await OpenAsync();

        foreach (var found in all)
        {
            var shown = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, found.Location.SourceSpan, CancellationToken.None);
            shown.Select(Text).ShouldContain(Text(found));
        }
    }

    private static string Text(Diagnostic found) => $"{found.Id} {found.Location.SourceSpan}";

    private static async Task<(CompilationWithAnalyzers Analysis, SemanticModel Model, IReadOnlyList<Diagnostic> All)> OpenAsync()
    {
        var compilation = Sources.Compile(Sources.Parse(Source, Sources.Path));
        var all = await Check.RunAsync(compilation, AllRules.Create());
        all.ShouldNotBeEmpty();
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single(tree => tree.FilePath == Sources.Path));
        return (compilation.WithAnalyzers(AllRules.Create().ToImmutableArray()), model, all);
    }
}
