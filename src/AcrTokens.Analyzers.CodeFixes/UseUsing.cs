using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>
/// ACRT1001, ACRT1008 and ACRT1011: adds <c>using</c>, or <c>await using</c> in an asynchronous body. A revocation on the straight line stays: it
/// throws where <c>using</c> only logs.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class UseUsing() : AcrCodeFix(Descriptors.LeaseIsNotRevoked, Descriptors.RevokeMayBeSkipped, Descriptors.PreparationIsLeft)
{
    private const string Key = "Declare it with 'using'";

    protected override void Register(Fixing fixing)
    {
        if (
            Declared(fixing)
                is not VariableDeclaratorSyntax
                {
                    Initializer: not null,
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
        if (declaration.MayAwait())
            fixing.OfferReplacement(
                "Declare it with 'await using'",
                declaration,
                bare.WithUsingKeyword(using_).WithAwaitKeyword(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space)).WithLeadingTrivia(trivia),
                Key
            );
        else
            fixing.OfferReplacement(Key, declaration, bare.WithUsingKeyword(using_).WithLeadingTrivia(trivia), Key);
    }

    // A revocation's other place is the mint.
    private static SyntaxNode? Declared(Fixing fixing) =>
        fixing.Diagnostics[0].Id != Descriptors.RevokeMayBeSkipped.Id ? fixing.Node
        : fixing.OtherNode?.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax minted ? minted.Declaration.Variables[0]
        : null;

    // Not allowed directly in a 'case', beside a label, nor for a variable that is assigned again.
    private static bool MayBeUsing(LocalDeclarationStatementSyntax declaration, string name) =>
        declaration.Parent is BlockSyntax or GlobalStatementSyntax
        && Scope(declaration) is var scope
        && !scope.DescendantNodes().Any(node => node is LabeledStatementSyntax)
        && !scope.DescendantNodes().Any(node => IsWritten(node, name));

    private static SyntaxNode Scope(LocalDeclarationStatementSyntax declaration) =>
        declaration.Parent is GlobalStatementSyntax global ? global.Parent! : declaration.Parent!;

    private static bool IsWritten(SyntaxNode node, string name) =>
        node switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.Text == name,
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax left } => left.Arguments.Any(a => Is(a.Expression, name)),
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => Is(
                argument.Expression,
                name
            ),
            _ => false,
        };

    private static bool Is(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax found && found.Identifier.Text == name;
}
