using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1007: a mint that every run of the build executes: in an initialiser, a constructor or an injection attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MintIsOutsideMethod() : AcrAnalyzer(Descriptors.MintIsOutsideMethod)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                if (!RunsAlways(block.OwningSymbol, types))
                    return;
                foreach (var (mint, _) in body.Leases(types).Where(lease => lease.Mint.Lambda() is null && !IsInLocalFunction(lease.Mint)))
                    block.ReportDiagnostic(Found(mint.NameLocation(), Place(block.OwningSymbol)));
            }
        );

    private static bool RunsAlways(ISymbol owner, AcrTypes types) =>
        owner switch
        {
            IFieldSymbol or IPropertySymbol => owner.IsStatic || IsBuild(owner, types),
            IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => true,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => IsBuild(owner, types),
            IMethodSymbol { Name: "GetValue", IsOverride: true } => IsInjection(owner.ContainingType),
            _ => false,
        };

    private static bool IsBuild(ISymbol member, AcrTypes types) => AcrTypes.Derives(member.ContainingType, types.BuildBase);

    // NUKE asks each such attribute for its value before it looks at the command line.
    private static bool IsInjection(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (
                type.Name is "ValueInjectionAttributeBase" or "ParameterAttribute"
                && type.ContainingNamespace.NameInNuke().StartsWith("Nuke.", StringComparison.Ordinal)
            )
                return true;
        }

        return false;
    }

    private static bool IsInLocalFunction(IOperation mint)
    {
        for (var parent = mint.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is Microsoft.CodeAnalysis.Operations.ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    private static string Place(ISymbol owner) =>
        owner switch
        {
            IFieldSymbol => $"the initialiser of '{owner.Name}'",
            IPropertySymbol => $"the initialiser of '{owner.Name}'",
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } =>
                $"the constructor of '{owner.ContainingType.Name}'",
            _ => $"'{owner.ContainingType.Name}.{owner.Name}'",
        };
}
