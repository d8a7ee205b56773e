using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

/// <summary>One line of an .editorconfig, for all files.</summary>
internal sealed class Options(string key, string value) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Line(key, value);

    public static AnalyzerOptions With(string key, string value) => new([], new Options(key, value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Line(string key, string value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string asked, [NotNullWhen(true)] out string? found)
        {
            found = asked == key ? value : null;
            return found is not null;
        }
    }
}
