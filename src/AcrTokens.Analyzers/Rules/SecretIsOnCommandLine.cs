using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2002: a secret is passed in clear text as an argument of a process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretIsOnCommandLine() : AcrAnalyzer(Descriptors.SecretIsOnCommandLine)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SecretUse.Register(
            context,
            types,
            (operation, use) =>
            {
                if (CommandLines.Of(use) is { } tool)
                    operation.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), use.Origin, tool));
            }
        );
}
