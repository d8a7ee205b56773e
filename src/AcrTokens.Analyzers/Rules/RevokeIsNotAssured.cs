using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1003: a target does nothing but revoke the lease of another target, and is skipped if a target fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RevokeIsNotAssured() : AcrAnalyzer(Descriptors.RevokeIsNotAssured)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterOperationAction(
            operation => Check(operation, (IDelegateCreationOperation)operation.Operation, types),
            OperationKind.DelegateCreation
        );

    private void Check(OperationAnalysisContext context, IDelegateCreationOperation target, AcrTypes types)
    {
        if (!AcrTypes.Same(target.Type, types.Target) || target.Target is not IAnonymousFunctionOperation definition || !Mentions.IsIn(target.Syntax))
            return;

        var calls = definition.Descendants().OfType<IInvocationOperation>().ToList();
        var revoke = calls.FirstOrDefault(call => types.Revokes(call.TargetMethod) && !IsInHandler(call));
        var group = definition.Descendants().OfType<IMethodReferenceOperation>().FirstOrDefault(reference => types.Revokes(reference.Method));
        if ((revoke ?? (IOperation?)group) is not { } end || calls.Any(call => MayBeAssured(call, definition, types) || Works(call, types)))
            return;

        var executes = calls.FirstOrDefault(call => types.IsExecutes(call.TargetMethod) && call.Syntax.Span.Contains(end.Syntax.Span));
        var (name, place) = Named(target);
        context.ReportDiagnostic(Found(executes?.NameLocation() ?? end.Syntax.GetLocation(), place.Append(end.Syntax.GetLocation()), name));
    }

    // A verb from elsewhere may set it too, and so may the inherited target.
    private static bool MayBeAssured(IInvocationOperation call, IAnonymousFunctionOperation definition, AcrTypes types) =>
        AcrTypes.Same(call.Type, types.TargetDefinition)
        && call.Lambda() == definition
        && (
            !AcrTypes.Same(call.TargetMethod.ContainingType, types.TargetDefinition)
            || call.TargetMethod.Name is "AssuredAfterFailure" or "Inherit" or "Base"
        );

    // A target that mints, pushes or calls a helper must not run after a failure. Its own 'try' is responsible.
    private static bool Works(IInvocationOperation call, AcrTypes types)
    {
        var method = call.TargetMethod;
        if (types.IsMint(method) || types.IsBody(method))
            return true;
        if (types.IsOwn(method) || method.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke || method.Name == "ReportSummary")
            return false;
        if (AcrTypes.Same(method.ContainingType, types.TargetDefinition))
            return false;

        var space = method.ContainingNamespace.NameInNuke();
        return method.ContainingType?.Name == "Process"
            || !(
                IsIn(space, "System")
                || IsIn(space, "Serilog")
                || IsIn(space, "Microsoft")
                || IsIn(space, "Nuke.Common.Utilities")
                || space == "Nuke.Common"
            );
    }

    private static bool IsIn(string space, string outer) => space == outer || space.StartsWith($"{outer}.", StringComparison.Ordinal);

    // It follows the work of the same target, which must not run after a failure.
    private static bool IsInHandler(IOperation call)
    {
        for (var operation = call; operation.Parent is { } parent; operation = parent)
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation attempt && attempt.Finally == operation))
                return true;
        }

        return false;
    }

    private static (string Name, IEnumerable<Location> Place) Named(IDelegateCreationOperation target)
    {
        var name = target.Syntax.AncestorsAndSelf().Select(Name).FirstOrDefault(token => token != default);
        return name == default ? ("The target", []) : (name.Text, [name.GetLocation()]);
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
