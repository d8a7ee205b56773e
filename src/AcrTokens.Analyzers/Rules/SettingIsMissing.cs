using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT3001: the settings of a task are all visible in the source, and lack a required one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SettingIsMissing() : AcrAnalyzer(Descriptors.SettingIsMissing)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (SettingsChain.Read(call, types) is { } chain && Missing(chain).ToList() is { Count: > 0 } missing)
                {
                    operation.ReportDiagnostic(
                        Found(
                            call.NameLocation(),
                            call.TargetMethod.Name,
                            string.Join(" and no ", missing.Select(m => m.What)),
                            string.Join(" and ", missing.Select(m => m.Verb))
                        )
                    );
                }
            },
            OperationKind.Invocation
        );

    private static IEnumerable<(string What, string Verb)> Missing(SettingsChain chain)
    {
        if (!chain.Has("SetRegistryName", "SetRegistry", "SetResourceId"))
            yield return ("registry", "'SetRegistryName(…)'");
        if (NeedsName(chain.Settings) && !chain.Has("SetName", "SetResourceId"))
            yield return ("name", "'SetName(…)'");
        if (Scope(chain) is { } verb)
            yield return ("scope", verb);
    }

    private static bool NeedsName(INamedTypeSymbol settings)
    {
        for (INamedTypeSymbol? type = settings; type is not null; type = type.BaseType)
        {
            if (type.Name is "AcrTokenSettings" or "AcrScopeMapSettings")
                return true;
        }

        return false;
    }

    private static string? Scope(SettingsChain chain) =>
        chain.Settings.Name switch
        {
            "AcrTokenMintSettings"
                when !chain.Has("AddRepository", "AddImage", "SetRepositories", "SetScopeMap", "SetToken", "AddToken", "SetTokens") =>
                "'AddRepository(…)'",
            "AcrTokenCreateSettings" when !chain.Has("SetScopeMap", "SetToken") => "'SetScopeMap(…)'",
            "AcrScopeMapCreateSettings" when !chain.Has("AddRepository", "AddGateway", "SetScopes") => "'AddRepository(…)'",
            _ => null,
        };
}
