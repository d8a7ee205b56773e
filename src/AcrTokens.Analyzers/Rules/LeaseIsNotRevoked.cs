using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1001: nothing ends a lease in a local variable, and it is not passed anywhere else.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LeaseIsNotRevoked() : AcrAnalyzer(Descriptors.LeaseIsNotRevoked)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (types.IsMint(call.TargetMethod) && call.Outcome() is { } outcome && AcrTypes.Same(outcome.Type, types.Lease))
                    Check(operation, outcome, types);
            },
            OperationKind.Invocation
        );

    private void Check(OperationAnalysisContext context, IOperation lease, AcrTypes types)
    {
        switch (lease.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
                when !IsUsing(declarator) && !IsEndedOrHandedOn(lease, declarator.Symbol, types):
                context.ReportDiagnostic(Found(declarator.Symbol.Locations[0], declarator.Symbol.Name));
                break;
            case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation, Target: ILocalReferenceOperation local }
                when !IsEndedOrHandedOn(lease, local.Local, types):
                context.ReportDiagnostic(Found(local.Syntax.GetLocation(), local.Local.Name));
                break;
            case IInvocationOperation call when call.Instance == lease && !types.EndsLease(call.TargetMethod):
                context.ReportDiagnostic(Found(lease.Syntax.GetLocation(), lease.Syntax.ToString()));
                break;
            case IPropertyReferenceOperation:
                context.ReportDiagnostic(Found(lease.Syntax.GetLocation(), lease.Syntax.ToString()));
                break;
        }
    }

    private static bool IsUsing(IVariableDeclaratorOperation declarator)
    {
        IOperation? parent = declarator.Parent;
        while (parent is IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
            parent = parent.Parent;
        return parent is IUsingDeclarationOperation or IUsingOperation;
    }

    private static bool IsEndedOrHandedOn(IOperation lease, ILocalSymbol local, AcrTypes types) =>
        lease
            .Root()
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .Any(reference => !IsOnlyLookedAt(reference, types));

    // Any use that is not known to leave the lease alone may end it, or store it for other code that does.
    private static bool IsOnlyLookedAt(IOperation reference, AcrTypes types) =>
        reference.Parent switch
        {
            IConversionOperation conversion => IsOnlyLookedAt(conversion, types),
            IInvocationOperation call when call.Instance == reference => !types.EndsLease(call.TargetMethod),
            IPropertyReferenceOperation property => property.Instance == reference,
            IConditionalAccessOperation access when access.Operation == reference => !access
                .WhenNotNull.DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .Any(call => types.EndsLease(call.TargetMethod)),
            ISimpleAssignmentOperation assignment => assignment.Target == reference,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
            IInterpolationOperation or INameOfOperation => true,
            IArgumentOperation { Parent: IInvocationOperation call } => types.IsOwn(call.TargetMethod),
            _ => false,
        };
}
