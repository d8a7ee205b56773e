using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT3003: a password never expires, or lives longer than the repository's .editorconfig accepts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PasswordLivesTooLong() : AcrAnalyzer(Descriptors.PasswordLivesTooLong)
{
    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types)
    {
        SettingValue.Register(context, types, (operation, value) => CheckValue(operation, value, types));
        context.RegisterOperationAction(
            operation => CheckTask(operation, (IInvocationOperation)operation.Operation, types),
            OperationKind.Invocation
        );
    }

    private void CheckValue(OperationAnalysisContext context, SettingValue value, AcrTypes types)
    {
        if (!value.IsFor("AcrTokenMintSettings", "AcrTokenCredentialGenerateSettings"))
            return;

        var lifetime = value.Property switch
        {
            "Lifetime" => Durations.Read(value.Value, types),
            "ExpiresOn" => Durations.ReadFromNow(value.Value, types),
            _ => null,
        };
        var maximum = MaximumLifetime.Of(context.Options.AnalyzerConfigOptionsProvider, value.Value.Syntax.SyntaxTree);
        if (lifetime > maximum)
            context.ReportDiagnostic(
                Found(value.Value.Syntax.GetLocation(), $"is good for {Durations.Text(lifetime.Value)}", Durations.Text(maximum))
            );
    }

    private void CheckTask(OperationAnalysisContext context, IInvocationOperation call, AcrTypes types)
    {
        if (
            !types.IsCredentialGenerate(call.TargetMethod)
            || SettingsChain.Read(call, types) is not { } chain
            || chain.Has("SetLifetime", "SetExpiresOn")
        )
            return;

        var maximum = MaximumLifetime.Of(context.Options.AnalyzerConfigOptionsProvider, call.Syntax.SyntaxTree);
        context.ReportDiagnostic(Found(call.NameLocation(), $"that '{call.TargetMethod.Name}' makes never expires", Durations.Text(maximum)));
    }
}
