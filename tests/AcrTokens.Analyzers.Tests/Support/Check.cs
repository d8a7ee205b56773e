using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Runs one rule over a source.</summary>
internal static class Check
{
    /// <summary>Checks that exactly the marked code is flagged, and that the source compiles. Without marks, nothing may be flagged.</summary>
    public static async Task SourceAsync<TRule>(string marked, params string[] messages)
        where TRule : DiagnosticAnalyzer, new()
    {
        var (source, spans) = Marked.Read(marked);
        var compilation = Sources.Compile(Sources.Parse(source, "Build.cs"));
        Errors(compilation).ShouldBeEmpty();

        var found = await RunAsync(compilation, null, new TRule());

        var descriptor = new TRule().SupportedDiagnostics.Single();
        found.ShouldAllBe(d => d.Id == descriptor.Id);
        found.Select(d => source[d.Location.SourceSpan.Start..d.Location.SourceSpan.End]).ShouldBe(spans.Select(s => source[s.Start..s.End]));
        found.Select(d => d.Location.SourceSpan).ShouldBe(spans);
        if (messages.Length > 0)
            found.Select(d => d.GetMessage(CultureInfo.InvariantCulture)).ShouldBe(messages);
    }

    /// <summary>Returns all diagnostics, by location. An exception in an analyzer is a diagnostic too.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(Compilation compilation, AnalyzerOptions? options, params DiagnosticAnalyzer[] rules)
    {
        var failures = new List<Exception>();
        var analysis = new CompilationWithAnalyzersOptions(
            options ?? new AnalyzerOptions([]),
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
