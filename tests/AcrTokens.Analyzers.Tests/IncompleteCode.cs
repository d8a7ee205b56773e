using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Every prefix of the samples, as somebody types them: whatever is missing, no rule may fail.</summary>
public sealed class IncompleteCode
{
    private static readonly DiagnosticAnalyzer[] Rules = AllRules.Create();

    public static TheoryData<string> Files => ["antipatterns/Build.cs", "build/Build.cs", "build/ContainerImage.cs", "build/LocalRegistry.cs"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fails_no_rule(string file)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "samples", file));

        // A space more at the end says nothing new.
        var lengths = Enumerable.Range(1, source.Length).Where(length => !char.IsWhiteSpace(source[length - 1]));
        await Parallel.ForEachAsync(lengths, async (length, cancellationToken) =>
        {
            var compilation = Sources.CompileAlone(CSharpSyntaxTree.ParseText(SourceText.From(source[..length]), Sources.Parsing, "Build.cs", cancellationToken));
            await Check.RunAsync(compilation, null, Rules);
        });
    }
}
