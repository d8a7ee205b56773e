using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Analyzers;

/// <summary>Finds out where <c>await</c> is allowed.</summary>
internal static class AsyncBodies
{
    public static bool MayAwait(this SyntaxNode node) =>
        node.Ancestors().Select(Body).FirstOrDefault(found => found is not null) ?? node.Ancestors().OfType<GlobalStatementSyntax>().Any();

    private static bool? Body(SyntaxNode node) =>
        node switch
        {
            LockStatementSyntax or UnsafeStatementSyntax => false,
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.Span.Length > 0,
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => false,
            _ => null,
        };
}
