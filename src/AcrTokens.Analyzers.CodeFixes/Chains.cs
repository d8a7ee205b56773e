using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>Changes to <c>a.B().C()</c>, which keep one call a line where the chain has it so.</summary>
internal static class Chains
{
    /// <summary>Calls that between what the call is made on and the call, in the call's own place.</summary>
    public static MemberAccessExpressionSyntax Before(MemberAccessExpressionSyntax access, string name, params ArgumentSyntax[] arguments) =>
        access.WithExpression(
            Call(access.Expression, access.OperatorToken, name, arguments).WithTrailingTrivia(access.Expression.GetTrailingTrivia())
        );

    /// <summary>Calls that on the expression; on a line of its own where its last call is.</summary>
    public static InvocationExpressionSyntax After(ExpressionSyntax expression, string name, params ArgumentSyntax[] arguments)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax last })
            return Call(expression, Token(SyntaxKind.DotToken), name, arguments);

        var before = last.Expression.GetTrailingTrivia();
        return Call(expression.WithTrailingTrivia(before), last.OperatorToken, name, arguments).WithTrailingTrivia(expression.GetTrailingTrivia());
    }

    public static ArgumentSyntax Argument(string expression) => SyntaxFactory.Argument(ParseExpression(expression));

    private static InvocationExpressionSyntax Call(ExpressionSyntax on, SyntaxToken dot, string name, ArgumentSyntax[] arguments) =>
        InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, on, dot, IdentifierName(name)),
            ArgumentList(SeparatedList(arguments))
        );
}
