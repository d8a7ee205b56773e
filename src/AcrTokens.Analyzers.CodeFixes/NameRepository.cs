using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>
/// ACRT3004: calls <c>AddRepository</c> instead of using a scope map for all repositories. Only the author knows the repository. The
/// placeholder is not a valid name, so that ACRT3002 reports it until it is replaced.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NameRepository() : AcrCodeFix(Descriptors.ScopeIsTooWide)
{
    private const string Key = "Name the repository";

    protected override void Register(Fixing fixing)
    {
        if (
            fixing.Node.FirstAncestorOrSelf<ArgumentSyntax>()
            is not { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call } argument
        )
            return;

        var repository = LiteralExpression(SyntaxKind.StringLiteralExpression, Literal("<repository>"));
        if (access.Name.Identifier.Text == "AddRepository")
        {
            fixing.OfferReplacement(Key, argument, argument.WithExpression(repository.WithTriviaFrom(argument.Expression)));
        }
        else if (access.Name.Identifier.Text == "SetScopeMap" && fixing.Model.GetTypeInfo(call).Type?.Name == "AcrTokenMintSettings")
        {
            var permission = ParseExpression($"{fixing.Name("AcrTokens.AcrPermission")}.Push");
            var arguments = ArgumentList(
                SeparatedList<ArgumentSyntax>(
                    new SyntaxNodeOrToken[] { Argument(repository), Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), Argument(permission) }
                )
            );
            var add = call.WithExpression(access.WithName(IdentifierName("AddRepository"))).WithArgumentList(arguments);
            fixing.OfferReplacement("Use 'AddRepository'", call, add.WithTriviaFrom(call), Key);
        }
    }
}
