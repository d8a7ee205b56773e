using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AcrTokens.Analyzers.Tests;

/// <summary>The samples as if being typed, cut off after each token and inside it: whatever is missing, no rule may throw.</summary>
public sealed class IncompleteCode
{
    private static readonly DiagnosticAnalyzer[] Rules = AllRules.Create();

    public static TheoryData<string> Files => ["antipatterns/Build.cs", "build/Build.cs", "build/ContainerImage.cs", "build/LocalRegistry.cs"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fails_no_rule(string file)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "samples", file));

        // One cut inside a token is enough: any part of a name is unknown, and any part of a string is unterminated.
        var tokens = (await CSharpSyntaxTree.ParseText(source, Sources.Parsing).GetRootAsync())
            .DescendantTokens()
            .Select(t => t.Span)
            .Where(s => !s.IsEmpty);
        var lengths = tokens.SelectMany(s => new[] { s.Start + (s.Length / 2), s.End }).Distinct();
        await Parallel.ForEachAsync(
            lengths,
            async (length, cancellationToken) =>
            {
                var compilation = Sources.Compile(
                    CSharpSyntaxTree.ParseText(SourceText.From(source[..length]), Sources.Parsing, "Build.cs", cancellationToken)
                );
                await Check.RunAsync(compilation, Rules);
            }
        );
    }
}
