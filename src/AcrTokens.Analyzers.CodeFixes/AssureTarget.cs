using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1003: inserts <c>.AssuredAfterFailure()</c> before <c>.Executes(…)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AssureTarget() : AcrCodeFix(Descriptors.RevokeIsNotAssured)
{
    protected override void Register(Fixing fixing)
    {
        if (fixing.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is { Name.Identifier.Text: "Executes" } executes)
            fixing.OfferReplacement("Add 'AssuredAfterFailure()'", executes, Chains.Before(executes, "AssuredAfterFailure"));
    }
}
