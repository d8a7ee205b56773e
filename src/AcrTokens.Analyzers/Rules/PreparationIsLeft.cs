using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1011: a prepared token is neither minted nor disposed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PreparationIsLeft() : AcrAnalyzer(Descriptors.PreparationIsLeft)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        Body.Register(
            context,
            (block, body) =>
            {
                foreach (var (prepare, preparation) in body.Preparations(types))
                {
                    if (LeaseIsNotRevoked.Problem(preparation) is var (place, name))
                        block.ReportDiagnostic(Found(place, [prepare.Syntax.GetLocation()], name));
                }
            }
        );
}
