using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1003: a target revokes the lease of another target, and is skipped if a target fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RevokeIsNotAssured() : AcrAnalyzer(Descriptors.RevokeIsNotAssured)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types)
    {
        if (types is { Target: not null, TargetDefinition: not null })
            context.RegisterOperationAction(
                operation => Check(operation, (IDelegateCreationOperation)operation.Operation, types),
                OperationKind.DelegateCreation
            );
    }

    private void Check(OperationAnalysisContext context, IDelegateCreationOperation target, AcrTypes types)
    {
        if (!AcrTypes.Same(target.Type, types.Target) || target.Target is not IAnonymousFunctionOperation definition)
            return;

        var calls = definition.Descendants().OfType<IInvocationOperation>().ToList();
        if (
            calls.Any(call => types.Revokes(call.TargetMethod) && !IsInFinally(call))
            && !calls.Any(call => MayBeAssured(call, definition, types) || IsOfItsOwn(call.TargetMethod, types))
        )
            context.ReportDiagnostic(Location(target));
    }

    // A verb from elsewhere may set it too, and so may the inherited target.
    private static bool MayBeAssured(IInvocationOperation call, IAnonymousFunctionOperation definition, AcrTypes types) =>
        AcrTypes.Same(call.Type, types.TargetDefinition)
        && call.Lambda() == definition
        && (
            !AcrTypes.Same(call.TargetMethod.ContainingType, types.TargetDefinition)
            || call.TargetMethod.Name is "AssuredAfterFailure" or "Inherit" or "Base"
        );

    // Minted and revoked in one target: its 'finally' is responsible.
    private static bool IsOfItsOwn(IMethodSymbol method, AcrTypes types) => types.IsMint(method) || types.IsBody(method);

    // It follows the work of the same target, which must not run after a failure.
    private static bool IsInFinally(IOperation call)
    {
        for (var operation = call; operation.Parent is { } parent; operation = parent)
        {
            if (parent is ITryOperation attempt && attempt.Finally == operation)
                return true;
        }

        return false;
    }

    private Diagnostic Location(IDelegateCreationOperation target)
    {
        var named = target.Syntax.AncestorsAndSelf().Select(Name).FirstOrDefault(token => token != default);
        return named == default ? Found(target.Syntax.GetLocation(), "The target") : Found(named.GetLocation(), named.Text);
    }

    private static SyntaxToken Name(SyntaxNode node) =>
        node switch
        {
            PropertyDeclarationSyntax property => property.Identifier,
            VariableDeclaratorSyntax variable => variable.Identifier,
            MethodDeclarationSyntax method => method.Identifier,
            _ => default,
        };
}
