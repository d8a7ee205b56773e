using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1006: adds <c>[RevokeAcrTokens]</c> to the build class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddAttribute() : AcrCodeFix(Descriptors.BuildLacksAttribute)
{
    protected override void Register(Fixing fixing)
    {
        if (fixing.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } build)
            return;

        var name = ParseName(fixing.Name(fixing.Types.RevokeAttribute!.ToDisplayString()).Replace("Attribute", ""));
        var line = build.GetLeadingTrivia();
        var indent = line.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? TriviaList(space) : default;
        var attribute = AttributeList(SingletonSeparatedList(Attribute(name))).WithLeadingTrivia(line).WithTrailingTrivia(EndOfLine(NewLine(build)));
        var bare = build.WithLeadingTrivia(indent);
        fixing.OfferReplacement("Add '[RevokeAcrTokens]'", build, bare.WithAttributeLists(bare.AttributeLists.Insert(0, attribute)));
    }

    private static string NewLine(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";
}
