using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Every prefix of the samples, as somebody types them: whatever is missing, no rule may fail.</summary>
public sealed class IncompleteCode
{
    public static TheoryData<string> Files => ["antipatterns/Build.cs", "build/Build.cs", "build/ContainerImage.cs", "build/LocalRegistry.cs"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Fails_no_rule(string file)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "samples", file));

        await Parallel.ForAsync(0, source.Length + 1, async (length, cancellationToken) =>
        {
            var compilation = Sources.Compile(CSharpSyntaxTree.ParseText(SourceText.From(source[..length]), Sources.Parsing, "Build.cs", cancellationToken));
            await Check.RunAsync(compilation, null, AllRules.Create());
        });
    }
}
