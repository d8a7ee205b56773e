using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2001: a secret is printed in clear text.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretIsPrinted() : AcrAnalyzer(Descriptors.SecretIsPrinted)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SecretUse.Register(
            context,
            types,
            (operation, use) =>
            {
                if (Printing.By(use, types) is { } printer)
                    operation.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), use.Origin, printer, Advice(printer)));
            }
        );

    private static string Advice(string printer) =>
        printer.StartsWith("the assertion", StringComparison.Ordinal)
            ? "Compare it, and assert the result: '(secret.Reveal() == expected)'"
            : "Drop 'Reveal()': the AcrSecret itself prints as [REDACTED]";
}
