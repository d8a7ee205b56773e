using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1002: <c>Executes(() => XAsync())</c> treats the task as a result, and drops it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TaskIsNotAwaited() : AcrAnalyzer(Descriptors.TaskIsNotAwaited)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterOperationAction(operation => Check(operation, (IInvocationOperation)operation.Operation, types), OperationKind.Invocation);

    // NUKE awaits the overload with a plain Task, but never Executes<T>(Func<T>), whatever T is.
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
