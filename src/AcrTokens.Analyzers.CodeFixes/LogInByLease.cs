using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2002: passes the lease instead of its password, if the settings accept one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LogInByLease() : AcrCodeFix(Descriptors.SecretIsOnCommandLine)
{
    private const string Verb = "SetAcrLogin";

    protected override void Register(Fixing fixing)
    {
        if (
            Lease(fixing) is not { } lease
            || fixing.Node.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => Name(call) == "SetPassword") is not { } password
        )
            return;

        var chain = Chain(password);
        if (Without(chain) is not { } rest)
            return;

        var replacement = Chains.After(rest, Verb, Argument(lease.WithoutTrivia())).WithTriviaFrom(chain);
        if (
            fixing.Model.GetSpeculativeSymbolInfo(chain.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol
                is IMethodSymbol verb
            && verb.ContainingNamespace.NameInNuke() == "Nuke.AcrTokens"
        )
            fixing.OfferReplacement("Use 'SetAcrLogin(lease)'", chain, replacement);
    }

    // The 'lease' in 'lease.Password.Reveal()'.
    private static ExpressionSyntax? Lease(Fixing fixing) =>
        fixing.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>()
            is {
                Expression: MemberAccessExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Password", Expression: var lease }
                }
            }
        && AcrTypes.Same(fixing.Model.GetTypeInfo(lease).Type, fixing.Types.Lease)
            ? lease
            : null;

    private static ExpressionSyntax Chain(InvocationExpressionSyntax call)
    {
        ExpressionSyntax chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == chain)
            chain = outer;
        return chain;
    }

    // The chain without the password. Null if a server or user name would be left that the lease contradicts, or a comment lost.
    private static ExpressionSyntax? Without(ExpressionSyntax chain)
    {
        if (chain is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
            return chain;
        if (access.Name.Identifier.Text is "SetUsername" or "SetServer" || Without(access.Expression) is not { } before)
            return null;
        if (access.Name.Identifier.Text != "SetPassword")
            return call.WithExpression(access.WithExpression(before));
        return HasComment(call, access) ? null : before;
    }

    private static bool HasComment(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access) =>
        access
            .OperatorToken.LeadingTrivia.Concat(call.ArgumentList.DescendantTrivia())
            .Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static string? Name(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.Text;
}
