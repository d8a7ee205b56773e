using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT1005: a token is created under a constant name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NameIsConstant() : AcrAnalyzer(Descriptors.NameIsConstant)
{
    private const int LongestPrefix = 12;

    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SettingValue.Register(
            context,
            types,
            (operation, value) =>
            {
                if (
                    value.Property == "Name"
                    && value.IsFor("AcrTokenCreateSettings")
                    && value.Value.ConstantString() is { } name
                    && Names.IsToken(name)
                )
                    operation.ReportDiagnostic(Found(value.Value.Syntax.GetLocation(), name, Replacement(name)));
            }
        );

    /// <summary>The call that creates a name with the beginning of the constant as its prefix.</summary>
    /// <param name="name">The constant.</param>
    /// <param name="type">The type that declares the method, as it is named at that place.</param>
    public static string Replacement(string name, string type = "AcrTokenName")
    {
        var prefix = name.Substring(0, Math.Min(name.Length, LongestPrefix)).TrimEnd('-');
        return Names.IsPrefix(prefix) ? $"{type}.ForRun(\"{prefix}\")" : $"{type}.ForRun()";
    }
}
