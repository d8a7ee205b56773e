using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes calls that print their arguments: logs, the console, exceptions, assertions, and any method that takes a message.</summary>
internal static class Printing
{
    private static readonly HashSet<string> Logs =
    [
        "Serilog.Log",
        "Serilog.ILogger",
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Logging.LoggerExtensions",
        "System.Diagnostics.Debug",
        "System.Diagnostics.Trace",
        "System.Diagnostics.TraceSource",
        "System.Diagnostics.EventLog",
    ];

    private static readonly HashSet<string> Assertions =
    [
        "Nuke.Common.Assert",
        "Nuke.Common.ControlFlow",
        "Xunit.Assert",
        "Shouldly",
        "FluentAssertions",
        "AwesomeAssertions",
        "NUnit.Framework",
        "Microsoft.VisualStudio.TestTools.UnitTesting",
    ];

    /// <summary>The name of the call that prints the secret, for the message; null if none is known.</summary>
    public static string? By(SecretUse use, AcrTypes types) =>
        use.Carrier.Parent switch
        {
            IArgumentOperation { Parent: IObjectCreationOperation creation } when AcrTypes.Derives(creation.Type, types.Exception) =>
                $"the exception '{creation.Type!.Name}'",
            IArgumentOperation { Parent: IInvocationOperation call } argument => By(call, argument, use.IsComposed),
            _ => null,
        };

    private static string? By(IInvocationOperation call, IArgumentOperation argument, bool isComposed)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType?.ToDisplayString() ?? "";
        var name = $"'{method.ContainingType?.Name}.{method.Name}'";

        if (Logs.Contains(type))
            return $"the log through {name}";
        if (type == "System.Console" || IsConsoleStream(call.Instance))
            return $"the console through {name}";
        if (Assertions.Contains(type) || Assertions.Contains(method.ContainingNamespace?.ToDisplayString() ?? ""))
            return $"the assertion {name}";
        if (method is { Name: "AddPair" } && call.Lambda()?.Receiver()?.TargetMethod.Name == "ReportSummary")
            return "the build's summary";
        return isComposed && argument.Parameter is { Name: "message" or "messageTemplate" } ? $"the message of {name}" : null;
    }

    private static bool IsConsoleStream(IOperation? instance) =>
        instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: var type } }
        && type.ToDisplayString() == "System.Console";
}
