using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2003: a secret is stored in clear text in a member or the environment.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretIsStored() : AcrAnalyzer(Descriptors.SecretIsStored)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SecretUse.Register(
            context,
            types,
            (operation, use) =>
            {
                if (Storing.In(use, types) is { } store)
                    operation.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), use.Origin, store.Place, store.Instead));
            }
        );
}
