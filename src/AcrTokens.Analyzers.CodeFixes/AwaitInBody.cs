using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1002: uses a statement body, which NUKE awaits, or the task's synchronous twin.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitInBody() : AcrCodeFix(Descriptors.TaskIsNotAwaited)
{
    private const string Suffix = "Async";

    protected override void Register(Fixing fixing)
    {
        if (
            fixing.Node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Expression: var action }
            || TaskOf(action) is not { } task
            || MakesPassword(task, fixing)
        )
            return;

        // First, since every such task has it: that is what fixes all of them at once.
        fixing.OfferReplacement("Await it in a statement body", action, InBody(action, task));
        if (Twin(task, fixing) is { } twin)
            fixing.OfferReplacement($"Call '{twin}', the synchronous task", action, Lambda(action, Rename(task, twin)), "Call the synchronous task");
    }

    // An awaited mint would still throw its password away, which is another rule's concern.
    private static bool MakesPassword(ExpressionSyntax task, Fixing fixing) =>
        task.DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Where(call => call.SyntaxTree == fixing.Model.SyntaxTree)
            .Select(call => fixing.Model.GetSymbolInfo(call).Symbol)
            .OfType<IMethodSymbol>()
            .Any(method => fixing.Types.IsMint(method) || fixing.Types.IsCredentialGenerate(method));

    private static ExpressionSyntax InBody(ExpressionSyntax action, ExpressionSyntax task)
    {
        var await = AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), task.WithoutTrivia());
        var async = Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(Space);

        // Comments in a block stay where they are.
        if (action is ParenthesizedLambdaExpressionSyntax { Block.Statements: { Count: 1 } statements } lambda)
        {
            var statement = ExpressionStatement(await).WithTriviaFrom(statements[0]);
            var changed = lambda.ReplaceNode(statements[0], statement);
            return changed.AsyncKeyword == default
                ? changed.WithoutLeadingTrivia().WithAsyncKeyword(async).WithLeadingTrivia(action.GetLeadingTrivia())
                : changed;
        }

        var comments = Comments(action, task);
        var body = ParenthesizedLambdaExpression(Block(ExpressionStatement(await).WithLeadingTrivia(Space).WithTrailingTrivia(Space)))
            .WithAsyncKeyword(async)
            .WithParameterList(ParameterList().WithTrailingTrivia(Space))
            .WithArrowToken(Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(Space));
        return body.WithTriviaFrom(action).WithLeadingTrivia(action.GetLeadingTrivia().AddRange(comments));
    }

    private static IEnumerable<SyntaxTrivia> Comments(ExpressionSyntax action, ExpressionSyntax task) =>
        action == task || task.SyntaxTree != action.SyntaxTree
            ? []
            : action
                .DescendantTrivia()
                .Where(t => t.IsKind(SyntaxKind.MultiLineCommentTrivia) && !task.Span.Contains(t.Span))
                .SelectMany(t => new[] { t, Space });

    /// <summary>The task that the lambda, or the method group in its place, returns.</summary>
    private static ExpressionSyntax? TaskOf(ExpressionSyntax action) =>
        action switch
        {
            LambdaExpressionSyntax { ExpressionBody: AwaitExpressionSyntax { Expression: var task } } => task,
            LambdaExpressionSyntax { ExpressionBody: { } task } => task,
            LambdaExpressionSyntax { Block.Statements: { Count: 1 } statements }
                when statements[0] is ReturnStatementSyntax { Expression: { } result } => result is AwaitExpressionSyntax await
                ? await.Expression
                : result,
            IdentifierNameSyntax or MemberAccessExpressionSyntax => InvocationExpression(action.WithoutTrivia()),
            _ => null,
        };

    // Only for a call with settings alone: the twin takes no cancellation token.
    private static string? Twin(ExpressionSyntax task, Fixing fixing)
    {
        if (
            task is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call
            || fixing.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || !fixing.Types.IsTask(method)
        )
            return null;

        var twin = method.Name.EndsWith(Suffix, StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - Suffix.Length) : "";
        return method.ContainingType.GetMembers(twin).Any(m => m.IsStatic) ? twin : null;
    }

    private static LambdaExpressionSyntax Lambda(ExpressionSyntax action, ExpressionSyntax body)
    {
        var lambda = ParenthesizedLambdaExpression(body.WithoutTrivia())
            .WithParameterList(ParameterList().WithTrailingTrivia(Space))
            .WithArrowToken(Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(Space));
        return lambda.WithTriviaFrom(action);
    }

    private static ExpressionSyntax Rename(ExpressionSyntax task, string name)
    {
        var call = (InvocationExpressionSyntax)task;
        return call.WithExpression(
            call.Expression is MemberAccessExpressionSyntax access ? access.WithName(IdentifierName(name)) : IdentifierName(name)
        );
    }
}
