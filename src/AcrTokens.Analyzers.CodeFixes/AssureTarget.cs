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
        var definition = fixing.Node.DescendantNodesAndSelf().OfType<LambdaExpressionSyntax>().FirstOrDefault();
        var executes = definition
            ?.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(access => access.Name.Identifier.Text == "Executes");
        if (executes is not null)
            fixing.OfferReplacement("Add 'AssuredAfterFailure()'", executes, Chains.Before(executes, "AssuredAfterFailure"));
    }
}
