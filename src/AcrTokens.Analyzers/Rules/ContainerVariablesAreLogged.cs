using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>ACRT2007: container variables are set on a tool that writes its whole environment to a log.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ContainerVariablesAreLogged() : AcrAnalyzer(Descriptors.ContainerVariablesAreLogged)
{
    private static readonly string[] Switches =
    [
        "-bl",
        "/bl",
        "--bl",
        "-binaryLogger",
        "/binaryLogger",
        "-v:d",
        "/v:d",
        "-verbosity:d",
        "/verbosity:d",
        "--verbosity d",
    ];

    protected override void Register(CompilationStartAnalysisContext context, AcrTypes types) =>
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                if (
                    call.TargetMethod.Name == "SetAcrContainerVariables"
                    && types.IsOwn(call.TargetMethod)
                    && Chain(call).FirstOrDefault(Logs) is { } log
                )
                    operation.ReportDiagnostic(Found(call.NameLocation(), [log.NameLocation()], log.TargetMethod.Name));
            },
            OperationKind.Invocation
        );

    // All calls on the same settings, before and after.
    private static IEnumerable<IInvocationOperation> Chain(IInvocationOperation call)
    {
        var last = call;
        while (
            last.Parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } outer }
        )
            last = outer;
        for (IOperation? verb = last; verb is IInvocationOperation { Arguments: { Length: > 0 } arguments } inner; verb = arguments[0].Value.Bare())
            yield return inner;
    }

    private static bool Logs(IInvocationOperation verb) =>
        verb.TargetMethod.Name.Contains("BinaryLog")
            ? !verb.TargetMethod.Name.StartsWith("Reset", StringComparison.Ordinal)
            : verb.Arguments.Skip(1).Any(argument => argument.DescendantsAndSelf().Any(IsSwitch));

    private static bool IsSwitch(IOperation value) =>
        value switch
        {
            IMemberReferenceOperation { Member: { Name: "diagnostic" or "Diagnostic" or "detailed" or "Detailed" } level } =>
                level.ContainingType.Name.EndsWith("Verbosity", StringComparison.Ordinal),
            _ => value.ConstantString() is { } text && Switches.Any(s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase)),
        };
}
