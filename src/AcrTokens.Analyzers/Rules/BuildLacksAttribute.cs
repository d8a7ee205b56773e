using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1006: a build mints, itself or through its base or a component, without [RevokeAcrTokens].</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BuildLacksAttribute() : AcrAnalyzer(Descriptors.BuildLacksAttribute)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types)
    {
        if (types is { NukeBuild: not null, RevokeAttribute: not null })
            context.RegisterSymbolStartAction(symbol => Watch(symbol, (INamedTypeSymbol)symbol.Symbol, types), SymbolKind.NamedType);
    }

    // NUKE reads the attributes of the class and its bases, but never those of a component interface.
    private void Watch(SymbolStartAnalysisContext context, INamedTypeSymbol build, AcrTypes types)
    {
        if (build.IsAbstract || !AcrTypes.Derives(build.BaseType, types.NukeBuild) || HasAttribute(build, types))
            return;

        var mints = Inherited(build).Any(MentionsMint);
        context.RegisterOperationAction(
            operation =>
            {
                // Never reset, since bodies are analyzed in parallel.
                if (
                    types.IsMint(((IInvocationOperation)operation.Operation).TargetMethod)
                    && !IsUsing(operation.Operation.Syntax)
                    && !Detaching.IsDetached(operation.Operation.Syntax)
                )
                    mints = true;
            },
            OperationKind.Invocation
        );
        context.RegisterSymbolEndAction(end =>
        {
            if (mints)
                end.ReportDiagnostic(Found(build.Locations[0], build.Name));
        });
    }

    private static bool HasAttribute(INamedTypeSymbol? type, AcrTypes types)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(a => AcrTypes.Same(a.AttributeClass, types.RevokeAttribute)))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol build)
    {
        for (var type = build.BaseType; type is not null; type = type.BaseType)
            yield return type;
        foreach (var component in build.AllInterfaces)
            yield return component;
    }

    // Checked by name: an analyzer has the semantic model of the code at hand, not of other types' code.
    private static bool MentionsMint(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference
                .GetSyntax()
                .DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Any(call =>
                    Detaching.NameOf(call.Expression) is "AcrTokenMint" or "AcrTokenMintAsync" or "AcrTokenPrepare" or "AcrTokenPrepareAsync"
                    && !IsUsing(call)
                    && !Detaching.IsDetached(call)
                )
        );

    // The lease is disposed where it is minted, even if the target fails.
    private static bool IsUsing(SyntaxNode call) =>
        call.Ancestors()
            .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or BlockSyntax))
            .Any(node =>
                node is UsingStatementSyntax || (node is LocalDeclarationStatementSyntax declaration && declaration.UsingKeyword.Span.Length > 0)
            );
}
