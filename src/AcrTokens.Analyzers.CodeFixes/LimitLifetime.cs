using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AcrTokens.Analyzers;

/// <summary>ACRT3003: calls <c>SetLifetime</c> with the longest accepted lifetime, or with 30 minutes if there was none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LimitLifetime() : AcrCodeFix(Descriptors.PasswordLivesTooLong)
{
    private const string Key = "Limit the lifetime";

    private static readonly TimeSpan Default = TimeSpan.FromMinutes(30);

    protected override void Register(Fixing fixing)
    {
        var maximum = MaximumLifetime.Of(fixing.Options, fixing.Node.SyntaxTree);
        var expression = fixing.Node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression;
        if (expression is not null && expression.Span == fixing.Node.Span && IsLifetime(expression))
            fixing.OfferReplacement("Set the longest accepted lifetime", expression, Span(fixing, maximum).WithTriviaFrom(expression), Key);
        else if (Chain(fixing.Node) is { } chain)
            fixing.OfferReplacement(
                "Add 'SetLifetime'",
                chain,
                Chains.After(chain, "SetLifetime", Argument(Span(fixing, maximum < Default ? maximum : Default))),
                Key
            );
    }

    private static bool IsLifetime(ExpressionSyntax expression) =>
        expression.Parent
            is ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "SetLifetime" } }
            };

    // The expression that the call's lambda returns.
    private static ExpressionSyntax? Chain(SyntaxNode name) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: { Count: > 0 } arguments } call
        && call.Expression.Span.Contains(name.Span)
        && (arguments[0].Expression is LambdaExpressionSyntax lambda ? lambda.ExpressionBody : arguments[0].Expression) is { } settings
        && MayBeCalledOn(settings)
            ? settings
            : null;

    // Excludes 'new()' and 's with { … }'.
    private static bool MayBeCalledOn(ExpressionSyntax settings) =>
        settings is InvocationExpressionSyntax or IdentifierNameSyntax or ObjectCreationExpressionSyntax;

    private static ExpressionSyntax Span(Fixing fixing, TimeSpan span) => ParseExpression($"{fixing.Name("System.TimeSpan")}.{Source(span)}");

    private static string Source(TimeSpan span) =>
        span.Ticks % TimeSpan.TicksPerHour == 0 ? $"FromHours({(long)span.TotalHours})"
        : span.Ticks % TimeSpan.TicksPerMinute == 0 ? $"FromMinutes({(long)span.TotalMinutes})"
        : $"FromSeconds({(long)span.TotalSeconds})";
}
