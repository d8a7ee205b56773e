using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>The base of all rules. No rule runs in generated code.</summary>
internal abstract class AcrAnalyzer(DiagnosticDescriptor rule) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(rule);

    protected DiagnosticDescriptor Rule { get; } = rule;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => Register(start, AcrTypes.Of(start.Compilation)));
    }

    protected abstract void Register(CompilationStartAnalysisContext context, AcrTypes types);

    protected Diagnostic Found(Location location, params object[] arguments) => Diagnostic.Create(Rule, location, arguments);

    /// <summary>A diagnostic that also points to other places.</summary>
    protected Diagnostic Found(Location location, IEnumerable<Location> others, params object[] arguments) =>
        Diagnostic.Create(Rule, location, others, arguments);
}
