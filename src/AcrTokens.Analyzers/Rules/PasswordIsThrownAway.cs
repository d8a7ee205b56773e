using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1004: the result of a mint or of a generated credential is discarded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PasswordIsThrownAway() : AcrAnalyzer(Descriptors.PasswordIsThrownAway)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (
                    (types.IsMint(call.TargetMethod) || (types.IsCredentialGenerate(call.TargetMethod) && !IsRehearsed(call)))
                    && IsThrownAway(call.Outcome(), types)
                )
                    operation.ReportDiagnostic(Found(call.NameLocation(), call.TargetMethod.Name));
            },
            OperationKind.Invocation
        );

    private static bool IsThrownAway(IOperation result, AcrTypes types) =>
        result.Parent switch
        {
            IExpressionStatementOperation => !IsLambdasValue(result) || IsTarget(result, types),
            ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } => true,
            IReturnOperation => IsLambdasValue(result) && IsTarget(result, types) && !IsTask(result),
            _ => false,
        };

    // The value of 'x => Mint()' goes to the receiver of the lambda, such as an assertion that it throws.
    private static bool IsLambdasValue(IOperation result) =>
        result.Syntax.Parent is LambdaExpressionSyntax or AwaitExpressionSyntax { Parent: LambdaExpressionSyntax };

    private static bool IsTarget(IOperation result, AcrTypes types) =>
        result.Lambda()?.Receiver() is { } receiver && types.IsExecutes(receiver.TargetMethod);

    // ACRT1002 reports these.
    private static bool IsTask(IOperation result) => result.Type is { Name: "Task" } || result.Lambda() is { Symbol.IsAsync: true };

    // Nothing is generated with EnableWhatIf.
    private static bool IsRehearsed(IInvocationOperation call) =>
        call.Arguments.Any(a =>
            a.Value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(verb => verb.TargetMethod.Name is "EnableWhatIf" or "SetWhatIf")
        );
}
