using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2002: a secret in clear text among the arguments of a process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretIsOnCommandLine() : AcrAnalyzer(Descriptors.SecretIsOnCommandLine)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SecretFlow.Register(
            context,
            types,
            (operation, use) =>
            {
                if (CommandLines.Of(use) is { } tool)
                    operation.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), tool));
            }
        );
}
