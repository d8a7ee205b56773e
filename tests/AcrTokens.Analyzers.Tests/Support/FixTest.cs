using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AcrTokens.Analyzers.Tests;

/// <summary>A test of one fix in Microsoft's own verifier: one by one, and all in the document, the project and the solution.</summary>
internal sealed class FixTest<TRule, TFix> : CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
    where TRule : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public FixTest(string source, string expected, IEnumerable<Diagnostic> found)
    {
        Sources.Reference(TestState, source);
        FixedState.Sources.Add(TestState.Sources[0]);
        TestState.Sources.Add((Sources.Path, source));
        FixedState.Sources.Add((Sources.Path, expected));
        TestState.MarkupHandling = FixedState.MarkupHandling = MarkupMode.None;
        TestState.ExpectedDiagnostics.AddRange(found.Select(d => RuleTest<TRule>.Expected(d.Descriptor, d.Location.GetLineSpan().Span, null)));
    }

    protected override CompilationOptions CreateCompilationOptions() => Sources.Compiling;

    protected override ParseOptions CreateParseOptions() => Sources.Parsing;
}
