using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>Changes chains such as <c>a.B().C()</c>. If the chain has one call per line, so has the result.</summary>
internal static class Chains
{
    /// <summary>Inserts a call between the receiver and the call, at the call's place.</summary>
    public static MemberAccessExpressionSyntax Before(MemberAccessExpressionSyntax access, string name, params ArgumentSyntax[] arguments) =>
        access.WithExpression(
            Call(access.Expression, Dot(access.OperatorToken), name, arguments).WithTrailingTrivia(LineBreak(access.Expression.GetTrailingTrivia()))
        );

    /// <summary>Appends a call to the expression, on a new line if the last call is on its own line.</summary>
    public static InvocationExpressionSyntax After(ExpressionSyntax expression, string name, params ArgumentSyntax[] arguments)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax last })
            return Call(expression.WithoutTrailingTrivia(), Token(SyntaxKind.DotToken), name, arguments)
                .WithTrailingTrivia(expression.GetTrailingTrivia());

        var after = expression.GetTrailingTrivia();
        var lineBreak = LineBreak(last.Expression.GetTrailingTrivia());

        // A comment on the last call stays there.
        var isCommented = after.Any(SyntaxKind.SingleLineCommentTrivia);
        return Call(isCommented ? expression : expression.WithTrailingTrivia(lineBreak), Dot(last.OperatorToken), name, arguments)
            .WithTrailingTrivia(isCommented ? LineBreak(after) : after);
    }

    public static ArgumentSyntax Argument(string expression) => SyntaxFactory.Argument(ParseExpression(expression));

    private static InvocationExpressionSyntax Call(ExpressionSyntax on, SyntaxToken dot, string name, ArgumentSyntax[] arguments) =>
        InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, on, dot, IdentifierName(name)),
            ArgumentList(SeparatedList(arguments))
        );

    // The same indentation, without the comments before it.
    private static SyntaxToken Dot(SyntaxToken like) =>
        Token(SyntaxKind.DotToken).WithLeadingTrivia(like.LeadingTrivia.Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)));

    private static IEnumerable<SyntaxTrivia> LineBreak(SyntaxTriviaList trivia) => trivia.Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1);
}
