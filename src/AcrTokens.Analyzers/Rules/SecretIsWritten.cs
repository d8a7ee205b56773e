using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2004: a secret is written to a file, or to a variable or an output of the CI host that is not secret.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretIsWritten() : AcrAnalyzer(Descriptors.SecretIsWritten)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SecretUse.Register(
            context,
            types,
            (block, use) =>
            {
                if (Writing.By(use) is { } writer)
                    block.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), use.Origin, writer));
            }
        );
}
