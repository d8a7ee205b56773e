using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1009: the task of a mint or a revocation is started, and nobody waits for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LeaseTaskIsNotAwaited() : AcrAnalyzer(Descriptors.LeaseTaskIsNotAwaited)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                foreach (var call in body.Calls)
                {
                    if (IsDropped(call, body, types))
                        block.ReportDiagnostic(Found(call.NameLocation(), call.TargetMethod.Name));
                }
            }
        );

    // A mint that is thrown away at once is ACRT1004's.
    private static bool IsDropped(IInvocationOperation call, Body body, AcrTypes types)
    {
        var method = call.TargetMethod;
        var revokes = (types.Revokes(method) || types.EndsByName(method)) && method.Name.EndsWith("Async", StringComparison.Ordinal);
        if (!revokes && !(types.IsMint(method) && method.ReturnType is { Name: "Task" }))
            return false;

        IOperation task = call;
        while (
            task.Parent is IConversionOperation or IParenthesizedOperation
            || (task.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" } next && next.Instance == task)
        )
            task = task.Parent!;
        if (task.Parent is IConditionalAccessOperation access && access.WhenNotNull == task)
            task = access;
        return task.Parent switch
        {
            IExpressionStatementOperation => revokes,
            ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => revokes,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => body.Find(declarator.Symbol)?.Reads.Count
                is null
                    or 0,
            _ => false,
        };
    }
}
