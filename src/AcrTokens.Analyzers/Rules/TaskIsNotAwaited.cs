using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1002: <c>Executes(() => XAsync())</c> takes the task for a result, and drops it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TaskIsNotAwaited() : AcrAnalyzer(Descriptors.TaskIsNotAwaited)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types)
    {
        if (types.TargetDefinition is not null)
            context.RegisterOperationAction(
                operation => Check(operation, (IInvocationOperation)operation.Operation, types),
                OperationKind.Invocation
            );
    }

    // The overload of a plain Task is awaited; the one of a result, Executes<T>(Func<T>), is not, whatever T is.
    private void Check(OperationAnalysisContext context, IInvocationOperation call, AcrTypes types)
    {
        if (
            types.IsExecutes(call.TargetMethod)
            && call.TargetMethod.TypeArguments.FirstOrDefault() is INamedTypeSymbol result
            && IsTask(result)
            && call.Arguments.FirstOrDefault() is { } action
        )
            context.ReportDiagnostic(Found(action.Syntax.GetLocation(), result.ToMinimalDisplayString(call.SemanticModel!, call.Syntax.SpanStart)));
    }

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
}
