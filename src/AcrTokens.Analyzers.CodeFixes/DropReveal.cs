using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2001: uses the secret itself, which prints as [REDACTED].</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DropReveal() : AcrCodeFix(Descriptors.SecretIsPrinted)
{
    protected override void Register(Fixing fixing)
    {
        if (
            fixing.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: var reveal } call
            || fixing.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || !fixing.Types.IsReveal(method)
            || IsCompared(call, fixing)
        )
        {
            return;
        }

        if (reveal is MemberAccessExpressionSyntax { Expression: var secret } && !NeedsString(call, fixing.Model))
            fixing.OfferReplacement("Drop 'Reveal()'", call, secret.WithTriviaFrom(call));
        else
            fixing.OfferReplacement("Drop 'Reveal()'", reveal, Rename(reveal, nameof(ToString)));
    }

    // An assertion needs the value, but must not print it.
    private static bool IsCompared(InvocationExpressionSyntax call, Fixing fixing) =>
        fixing.Diagnostics.Any(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("the assertion"));

    private static bool NeedsString(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Parent switch
        {
            InterpolationSyntax => false,
            BinaryExpressionSyntax sum => !IsText(sum.Left == call ? sum.Right : sum.Left),
            ArgumentSyntax => model.GetTypeInfo(call).ConvertedType?.SpecialType != SpecialType.System_Object,
            _ => true,
        };

    // Text whatever happens to the secrets in it: two secrets cannot be added.
    private static bool IsText(ExpressionSyntax operand) =>
        operand switch
        {
            InterpolatedStringExpressionSyntax => true,
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
            BinaryExpressionSyntax sum => IsText(sum.Left) || IsText(sum.Right),
            ParenthesizedExpressionSyntax inner => IsText(inner.Expression),
            _ => false,
        };

    private static ExpressionSyntax Rename(ExpressionSyntax reveal, string name) =>
        reveal switch
        {
            MemberAccessExpressionSyntax access => access.WithName(IdentifierName(name)),
            MemberBindingExpressionSyntax binding => binding.WithName(IdentifierName(name)),
            _ => reveal,
        };
}
