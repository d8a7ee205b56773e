using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Analyzers;

/// <summary>Whether a minted lease is left to another process. Found by the lease's name, in the type that mints it.</summary>
internal static class Detaching
{
    /// <param name="mint">The call that mints.</param>
    /// <param name="detached">The names that the type detaches.</param>
    public static bool IsDetached(SyntaxNode mint, HashSet<string> detached)
    {
        if (mint.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: "Detach" or "DetachAsync" })
            return true;

        var name = mint.Ancestors()
            .TakeWhile(node => node is not (StatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax))
            .Select(GivenName)
            .FirstOrDefault(n => n is not null);
        return name is not null && detached.Contains(name);
    }

    /// <summary>The last name of an expression: <c>lease</c> for <c>this.lease!</c>.</summary>
    public static string? NameOf(ExpressionSyntax? expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            IdentifierNameSyntax name => name.Identifier.Text,
            PostfixUnaryExpressionSyntax sure => NameOf(sure.Operand),
            _ => null,
        };

    /// <summary>The name of what a call detaches; null if it detaches nothing.</summary>
    public static string? DetachedName(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Detach" or "DetachAsync" } access => NameOf(access.Expression),
            MemberBindingExpressionSyntax { Name.Identifier.Text: "Detach" or "DetachAsync" } => NameOf(
                call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression
            ),
            _ => null,
        };

    private static string? GivenName(SyntaxNode node) =>
        node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            AssignmentExpressionSyntax assignment => NameOf(assignment.Left),
            _ => null,
        };
}
