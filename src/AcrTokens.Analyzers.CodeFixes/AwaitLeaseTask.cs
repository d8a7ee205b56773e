using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1009: awaits a revocation, or calls its synchronous twin where nothing can be awaited.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitLeaseTask() : AcrCodeFix(Descriptors.LeaseTaskIsNotAwaited)
{
    private const string Suffix = "Async";

    protected override void Register(Fixing fixing)
    {
        if (
            fixing.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || call.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || TaskOf(statement) is not { } task
            || Whole(call) != task
            || fixing.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || fixing.Types.IsMint(method)
        )
            return;

        // A null cannot be awaited.
        if (statement.MayAwait() && task is not ConditionalAccessExpressionSyntax)
            Offer(fixing, "Await it", statement, AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), task.WithoutTrivia()));
        else if (!statement.MayAwait() && Twin(call, method, fixing) is { } twin)
            Offer(fixing, "Call the synchronous method", statement, Synchronous(task, call, twin));
    }

    private static void Offer(Fixing fixing, string title, StatementSyntax statement, ExpressionSyntax expression) =>
        fixing.OfferReplacement(title, statement, ExpressionStatement(expression.WithoutTrivia()).WithTriviaFrom(statement));

    /// <summary>The task that the statement drops; null if it does more than that.</summary>
    private static ExpressionSyntax? TaskOf(StatementSyntax statement) =>
        statement switch
        {
            ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "_" }, Right: var task }
            } => task,
            ExpressionStatementSyntax { Expression: var task } => task,
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: { Count: 1 } variables } => variables[0]
                .Initializer
                ?.Value,
            _ => null,
        };

    // The call with ConfigureAwait and the like behind it.
    private static ExpressionSyntax Whole(ExpressionSyntax call)
    {
        while (true)
        {
            var outer = call.Parent switch
            {
                MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access when access.Expression == call => next,
                ConditionalAccessExpressionSyntax conditional when conditional.WhenNotNull == call => conditional,
                ParenthesizedExpressionSyntax parenthesized => parenthesized,
                _ => (ExpressionSyntax?)null,
            };
            if (outer is null)
                return call;
            call = outer;
        }
    }

    // Only for a call without a cancellation token, which the twin does not take.
    private static string? Twin(InvocationExpressionSyntax call, IMethodSymbol method, Fixing fixing)
    {
        var twin = method.Name.Substring(0, method.Name.Length - Suffix.Length);
        return call.ArgumentList.Arguments.Count <= (fixing.Types.IsTask(method) ? 1 : 0) && method.ContainingType.GetMembers(twin).Length > 0
            ? twin
            : null;
    }

    private static ExpressionSyntax Synchronous(ExpressionSyntax task, InvocationExpressionSyntax call, string twin)
    {
        var renamed = call.WithExpression(
            call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.WithName(IdentifierName(twin)),
                MemberBindingExpressionSyntax binding => binding.WithName(IdentifierName(twin)),
                _ => IdentifierName(twin),
            }
        );
        return task is ConditionalAccessExpressionSyntax conditional ? conditional.WithWhenNotNull(renamed) : renamed;
    }
}
