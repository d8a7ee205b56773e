using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AcrTokens.Analyzers.Tests;

/// <summary>A test of one rule in Microsoft's own verifier, against the library that this process has loaded.</summary>
internal sealed class RuleTest<TRule> : CSharpAnalyzerTest<TRule, DefaultVerifier>
    where TRule : DiagnosticAnalyzer, new()
{
    public RuleTest(string marked, ImmutableArray<string> messages)
    {
        TestFileMarkupParser.GetSpans(marked, out var source, out ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> spans);
        Sources.Reference(TestState, source);
        TestState.Sources.Add((Sources.Path, source));
        TestState.MarkupHandling = MarkupMode.None;
        var rule = new TRule().SupportedDiagnostics.Single();
        var text = Microsoft.CodeAnalysis.Text.SourceText.From(source);
        foreach (var (index, span) in spans.Index())
            TestState.ExpectedDiagnostics.Add(Expected(rule, text.Lines.GetLinePositionSpan(span), messages.ElementAtOrDefault(index)));
    }

    public static DiagnosticResult Expected(DiagnosticDescriptor rule, Microsoft.CodeAnalysis.Text.LinePositionSpan at, string? message)
    {
        var result = new DiagnosticResult(rule.Id, rule.DefaultSeverity).WithSpan(
            Sources.Path,
            at.Start.Line + 1,
            at.Start.Character + 1,
            at.End.Line + 1,
            at.End.Character + 1
        );
        result = message is null ? result : result.WithMessage(message);
        return result.WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
    }

    protected override CompilationOptions CreateCompilationOptions() => Sources.Compiling;

    protected override ParseOptions CreateParseOptions() => Sources.Parsing;
}
