using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1001: adds <c>using</c>, or <c>await using</c> in an asynchronous body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UseUsing() : AcrCodeFix(Descriptors.LeaseIsNotRevoked)
{
    protected override void Register(Fixing fixing)
    {
        if (
            fixing.Node
                is not VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration }
                } variable
            || !MayBeUsing(declaration, variable.Identifier.Text)
        )
        {
            return;
        }

        var using_ = Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(Space);
        var trivia = declaration.GetLeadingTrivia();
        var bare = declaration.WithLeadingTrivia();
        if (IsAsync(declaration))
            fixing.OfferReplacement(
                "Declare it with 'await using'",
                declaration,
                bare.WithUsingKeyword(using_).WithAwaitKeyword(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space)).WithLeadingTrivia(trivia)
            );
        else
            fixing.OfferReplacement("Declare it with 'using'", declaration, bare.WithUsingKeyword(using_).WithLeadingTrivia(trivia));
    }

    // Not allowed directly in a 'case', nor for a variable that is assigned again.
    private static bool MayBeUsing(LocalDeclarationStatementSyntax declaration, string name) =>
        declaration.Parent is BlockSyntax or GlobalStatementSyntax
        && !declaration
            .Parent.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.Text == name);

    private static bool IsAsync(SyntaxNode node) =>
        node.Ancestors().Select(Body).FirstOrDefault(found => found is not null) ?? node.Ancestors().OfType<GlobalStatementSyntax>().Any();

    private static bool? Body(SyntaxNode node) =>
        node switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.Span.Length > 0,
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => false,
            _ => null,
        };
}
