using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1006: a build mints, itself or through its base or a component, without [RevokeAcrTokens].</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BuildLacksAttribute() : AcrAnalyzer(Descriptors.BuildLacksAttribute)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterSymbolAction(symbol => Check(symbol, (INamedTypeSymbol)symbol.Symbol, types), SymbolKind.NamedType);

    // NUKE reads the attributes of the class and its bases, but never those of a component interface.
    private void Check(SymbolAnalysisContext context, INamedTypeSymbol build, AcrTypes types)
    {
        if (
            types.RevokeAttribute is not null
            && !build.IsAbstract
            && AcrTypes.Derives(build.BaseType, types.BuildBase)
            && !HasAttribute(build, types)
            && Parts(build).Any(Mints)
        )
            context.ReportDiagnostic(Found(build.Locations[0], build.Name));
    }

    /// <summary>Whether the type, or one of its bases, has [RevokeAcrTokens].</summary>
    public static bool HasAttribute(INamedTypeSymbol? type, AcrTypes types)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().Any(a => AcrTypes.Same(a.AttributeClass, types.RevokeAttribute)))
                return true;
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> Parts(INamedTypeSymbol build)
    {
        var types = new List<INamedTypeSymbol>(build.AllInterfaces);
        for (var type = build; type is not null; type = type.BaseType)
            types.Add(type);
        return types.SelectMany(type => type.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax());
    }

    // Checked by name: an analyzer has the semantic model of the code at hand, not of other types' code.
    private static bool Mints(SyntaxNode type)
    {
        var calls = type.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        var detached = new HashSet<string>(calls.Select(Detaching.DetachedName).OfType<string>(), StringComparer.Ordinal);
        return calls.Any(call => IsMint(Detaching.NameOf(call.Expression)) && !IsUsing(call) && !Detaching.IsDetached(call, detached));
    }

    private static bool IsMint(string? name) =>
        name is "AcrTokenMint" or "AcrTokenMintAsync" or "MintTokenAsync" or "AcrTokenPrepare" or "AcrTokenPrepareAsync" or "PrepareTokenAsync";

    // The lease is disposed where it is minted, even if the target fails.
    private static bool IsUsing(SyntaxNode call) =>
        call.Ancestors()
            .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or BlockSyntax))
            .Any(node =>
                node is UsingStatementSyntax || (node is LocalDeclarationStatementSyntax declaration && declaration.UsingKeyword.Span.Length > 0)
            );
}
