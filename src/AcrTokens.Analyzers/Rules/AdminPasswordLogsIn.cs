using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2005: the admin user's password is handed to a login.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AdminPasswordLogsIn() : AcrAnalyzer(Descriptors.AdminPasswordLogsIn)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SecretUse.Register(
            context,
            types,
            (block, use) =>
            {
                if (IsOfAdmin((IInvocationOperation)use.Reveal) && IsLogin(use.Carrier.Parent) is { } login)
                    block.ReportDiagnostic(Found(use.Source.Syntax.GetLocation(), use.Origin, login));
            }
        );

    private static bool IsOfAdmin(IInvocationOperation reveal)
    {
        var secret = reveal.Instance?.Bare();
        for (IOperation? access = reveal; secret is IConditionalAccessInstanceOperation && access is not null; access = access.Parent)
        {
            if (access is IConditionalAccessOperation conditional)
                secret = conditional.Operation.Bare();
        }

        return secret is IPropertyReferenceOperation { Property: { Name: "Password" or "Password2", ContainingType.Name: "AcrAdminCredential" } };
    }

    private static string? IsLogin(IOperation? use) =>
        use is IArgumentOperation { Parameter: { Name: var name }, Parent: IInvocationOperation { TargetMethod: var method } }
        && (method.Name == "SetPassword" || name.IndexOf("password", StringComparison.OrdinalIgnoreCase) >= 0)
            ? $"{method.ContainingType.Name}.{method.Name}"
            : null;
}
