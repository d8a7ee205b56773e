using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1005: uses a name for this run of the build, with the constant's prefix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NameForRun() : AcrCodeFix(Descriptors.NameIsConstant)
{
    protected override void Register(Fixing fixing)
    {
        if (fixing.Node is not ExpressionSyntax { } name || fixing.Model.GetConstantValue(name).Value is not string text)
            return;

        var call = ParseExpression(NameIsConstant.Replacement(text, fixing.Name("AcrTokens.AcrTokenName")));
        fixing.OfferReplacement("Use 'AcrTokenName.ForRun'", name, call.WithTriviaFrom(name));
    }
}
