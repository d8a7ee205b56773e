using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>ACRT3002: a constant name, repository or lifetime that no registry accepts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConstantIsRefused() : AcrAnalyzer(Descriptors.ConstantIsRefused)
{
    private static readonly TimeSpan ShortestMint = TimeSpan.FromMinutes(1);

    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        SettingValue.Register(
            context,
            types,
            (operation, value) =>
            {
                if (value.Property == "Lifetime")
                    CheckLifetime(operation, value, types);
                else if (value.Value.ConstantString() is { } text && Refusal(value, text) is { } refusal)
                    operation.ReportDiagnostic(Found(value.Value.Syntax.GetLocation(), text, refusal.What, refusal.Instead));
            }
        );

    private static (string What, string Instead)? Refusal(SettingValue value, string text) =>
        value.Property switch
        {
            "Name" when value.IsAny("AcrTokenSettings") && !Names.IsToken(text) => ("a token's name", "5 to 50 letters, digits and hyphens"),
            "Name" when value.IsAny("AcrScopeMapSettings") && !Names.IsScopeMap(text) => (
                "a scope map's name",
                "5 to 50 letters, digits, hyphens and underscores"
            ),
            "ScopeMap" when !Names.IsScopeMapReference(text) => (
                "a scope map",
                "its name (5 to 50 letters, digits, hyphens and underscores) or its full resource id"
            ),
            "RegistryName" when !Names.IsRegistry(text) => (
                "a registry",
                "its name (5 to 50 letters and digits), its login server (contoso.azurecr.io) or its full resource id"
            ),
            "NamePrefix" when !Names.IsPrefix(text) => ("a prefix of a token's name", "a letter, then up to 11 letters, digits and hyphens"),
            SettingValue.Repository when !Names.IsRepository(text) => (
                "a repository",
                "lower-case parts between slashes, a wildcard only as the last part, no tag and no other registry"
            ),
            _ => null,
        };

    private void CheckLifetime(OperationAnalysisContext context, SettingValue value, AcrTypes types)
    {
        if (Durations.Read(value.Value, types) is not { } lifetime)
            return;

        var isMint = value.IsFor("AcrTokenMintSettings");
        if (lifetime <= TimeSpan.Zero || (isMint && lifetime < ShortestMint))
            context.ReportDiagnostic(
                Found(value.Value.Syntax.GetLocation(), Durations.Text(lifetime), "a lifetime", isMint ? "at least 1 minute" : "more than zero")
            );
    }
}
