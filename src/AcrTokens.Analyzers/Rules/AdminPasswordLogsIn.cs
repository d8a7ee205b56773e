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
                if (IsOfAdmin((IInvocationOperation)use.Reveal) && Login(use) is { } login)
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

    // The member that takes the password: a parameter, a property, or the input of a tool's process.
    private static string? Login(SecretUse use) =>
        use switch
        {
            { Target: IMemberReferenceOperation { Member: var member } } => IsPassword(member.Name) ? NameOf(member) : null,
            { Carrier.Parent: IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call } } => IsPassword(parameter.Name)
            || call.TargetMethod.Name == "SetPassword"
            || IsInput(call.Instance)
                ? NameOf(call.TargetMethod)
                : null,
            { Carrier.Parent: IArgumentOperation { Parameter: { } parameter, Parent: IObjectCreationOperation creation } } => IsPassword(
                parameter.Name
            )
                ? creation.Type?.Name
                : null,
            _ => null,
        };

    private static bool IsPassword(string name) => name.IndexOf("password", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsInput(IOperation? writer) =>
        writer is IPropertyReferenceOperation { Property: { Name: "StandardInput", ContainingType.Name: "Process" } };

    private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
}
