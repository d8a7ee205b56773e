using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Runs rules over a source.</summary>
internal static class Check
{
    /// <summary>
    /// Checks that exactly the marked code is flagged, by code that an editor asks, and that the source compiles. Without marks, nothing may be
    /// flagged.
    /// </summary>
    public static Task SourceAsync<TRule>(string marked, params string[] messages)
        where TRule : DiagnosticAnalyzer, new() => new RuleTest<TRule>(marked, [.. messages]).RunAsync();

    /// <summary>The same, with one line of an .editorconfig.</summary>
    public static Task SourceWithOptionAsync<TRule>(string marked, string line)
        where TRule : DiagnosticAnalyzer, new() =>
        new RuleTest<TRule>(marked, []) { TestState = { AnalyzerConfigFiles = { ("/.editorconfig", $"root = true\n[*.cs]\n{line}\n") } } }.RunAsync();

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
