using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2002: passes the lease instead of its user name, password and server, if the settings accept one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LogInByLease() : AcrCodeFix(Descriptors.SecretIsOnCommandLine)
{
    private const string Verb = "SetAcrLogin";

    private static readonly HashSet<string> Replaced = ["SetUsername", "SetPassword", "SetServer"];

    protected override void Register(Fixing fixing)
    {
        if (
            Lease(fixing) is not { } lease
            || fixing.Node.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => Name(call) == "SetPassword") is not { } password
        )
            return;

        var chain = Chain(password);
        var replacement = Chains.After(Without(chain), Verb, Argument(lease.WithoutTrivia())).WithTriviaFrom(chain);
        if (
            fixing.Model.GetSpeculativeSymbolInfo(chain.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol
                is IMethodSymbol verb
            && verb.ContainingNamespace.ToDisplayString() == "Nuke.AcrTokens"
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

    private static ExpressionSyntax Without(ExpressionSyntax chain) =>
        chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            ? Replaced.Contains(access.Name.Identifier.Text)
                ? Without(access.Expression)
                : call.WithExpression(access.WithExpression(Without(access.Expression)))
            : chain;

    private static string? Name(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.Text;
}
