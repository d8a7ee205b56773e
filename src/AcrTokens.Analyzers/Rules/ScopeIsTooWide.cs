using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT3004: a build that pushes to a few repositories uses one of the registry's own scope maps, or a wildcard.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ScopeIsTooWide() : AcrAnalyzer(Descriptors.ScopeIsTooWide)
{
    private static readonly HashSet<string> Wide = new(
        ["_repositories_admin", "_repositories_push", "_repositories_push_metadata_write"],
        StringComparer.OrdinalIgnoreCase
    );

    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SettingValue.Register(
            context,
            types,
            (operation, value) =>
            {
                if (value.Value.ConstantString() is not { } scope || !IsWide(value, scope))
                    return;

                var advice =
                    value.Property == SettingValue.Repository || value.IsFor("AcrTokenMintSettings")
                        ? "Name those that the build needs with 'AddRepository'"
                        : "Use a scope map of your own that names those it needs with 'AddRepository'";
                operation.ReportDiagnostic(Found(value.Value.Syntax.GetLocation(), scope, advice));
            }
        );

    private static bool IsWide(SettingValue value, string scope) =>
        value.Property switch
        {
            "ScopeMap" => Wide.Contains(scope.Substring(scope.LastIndexOf('/') + 1)) && !value.IsFor("AcrTokenPreflightSettings"),
            SettingValue.Repository => scope == "*",
            _ => false,
        };
}
