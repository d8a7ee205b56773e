using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Runs rules over a source.</summary>
internal static class Check
{
    /// <summary>
    /// Checks that exactly the marked code is flagged, by code that an editor asks, and that the source compiles. Without marks, nothing may be
    /// flagged.
    /// </summary>
    public static async Task SourceAsync<TRule>(string marked, params string[] messages)
        where TRule : DiagnosticAnalyzer, new()
    {
        await new RuleTest<TRule>(marked, [.. messages]).RunAsync();
        if (Sources.IncludesFallout)
            await InFalloutAsync<TRule>(Sources.InFallout(marked), messages);
    }

    /// <summary>The same, with one line of an .editorconfig.</summary>
    public static Task SourceWithOptionAsync<TRule>(string marked, string line)
        where TRule : DiagnosticAnalyzer, new() =>
        new RuleTest<TRule>(marked, []) { TestState = { AnalyzerConfigFiles = { ("/.editorconfig", $"root = true\n[*.cs]\n{line}\n") } } }.RunAsync();

    // The verifier has tried the locations: these are only compared.
    private static async Task InFalloutAsync<TRule>(string marked, string[] messages)
        where TRule : DiagnosticAnalyzer, new()
    {
        TestFileMarkupParser.GetSpans(marked, out var source, out ImmutableArray<TextSpan> spans);
        var compilation = Sources.Compile(Sources.Parse(source, Sources.Path));
        Errors(compilation).ShouldBeEmpty();

        var found = await RunAsync(compilation, new TRule());

        found.Select(d => d.Location.SourceSpan).ShouldBe(spans, ignoreOrder: true);
        found.Take(messages.Length).Select(d => d.GetMessage(CultureInfo.InvariantCulture)).ShouldBe(messages);
    }

    /// <summary>Returns all diagnostics, by location. An exception in an analyzer is a diagnostic too.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(Compilation compilation, params DiagnosticAnalyzer[] rules)
    {
        var failures = new List<Exception>();
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (failure, _, _) =>
            {
                lock (failures)
                    failures.Add(failure);
            },
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false
        );

        var found = await compilation.WithAnalyzers(rules.ToImmutableArray(), analysis).GetAnalyzerDiagnosticsAsync();

        failures.ShouldBeEmpty();
        return
        [
            .. found
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    public static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString());
}
