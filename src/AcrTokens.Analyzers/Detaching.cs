using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Analyzers;

/// <summary>Whether what a mint returns is left to another process: found by the name that it is given, in the type that it is minted in.</summary>
internal static class Detaching
{
    public static bool IsDetached(SyntaxNode mint)
    {
        if (mint.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: "Detach" })
            return true;

        var name = mint.Ancestors()
            .TakeWhile(node => node is not (StatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax))
            .Select(GivenName)
            .FirstOrDefault(n => n is not null);
        return name is not null
            && mint.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => DetachedName(call) == name);
    }

    /// <summary>The last name of an expression: that of <c>this.lease!</c> is <c>lease</c>.</summary>
    public static string? NameOf(ExpressionSyntax? expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            IdentifierNameSyntax name => name.Identifier.Text,
            PostfixUnaryExpressionSyntax sure => NameOf(sure.Operand),
            _ => null,
        };

    private static string? GivenName(SyntaxNode node) =>
        node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
            _ => null,
        };

    private static string? DetachedName(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Detach" } access => NameOf(access.Expression),
            MemberBindingExpressionSyntax { Name.Identifier.Text: "Detach" } => NameOf(
                call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression
            ),
            _ => null,
        };
}
