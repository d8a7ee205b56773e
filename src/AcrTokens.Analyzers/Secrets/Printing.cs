using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes calls that print their arguments: logs, the console, exceptions, assertions, and any method that takes a message.</summary>
internal static class Printing
{
    private static readonly HashSet<string> Logs =
    [
        "Microsoft.Extensions.Logging.ILogger",
        "Microsoft.Extensions.Logging.LoggerExtensions",
        "System.Diagnostics.Debug",
        "System.Diagnostics.Trace",
        "System.Diagnostics.TraceSource",
        "System.Diagnostics.EventLog",
    ];

    private static readonly HashSet<string> Assertions =
    [
        "Xunit.Assert",
        "Shouldly",
        "FluentAssertions",
        "AwesomeAssertions",
        "NUnit.Framework",
        "Microsoft.VisualStudio.TestTools.UnitTesting",
    ];

    // They fail on a value that is missing or empty, so that there is none to print.
    private static readonly HashSet<string> Presences =
    [
        "NotNull",
        "NotEmpty",
        "IsNotNull",
        "IsNotEmpty",
        "IsNotNullOrEmpty",
        "NotBeNull",
        "NotBeEmpty",
        "NotBeNullOrEmpty",
        "NotBeNullOrWhiteSpace",
        "ShouldNotBeNull",
        "ShouldNotBeEmpty",
        "ShouldNotBeNullOrEmpty",
        "ShouldNotBeNullOrWhiteSpace",
    ];

    /// <summary>The name of the call that prints the secret, for the message; null if none is known.</summary>
    public static string? By(SecretUse use, AcrTypes types) =>
        use.Carrier.Parent switch
        {
            IArgumentOperation { Parent: IObjectCreationOperation creation } when AcrTypes.Derives(creation.Type, types.Exception) =>
                $"the exception '{creation.Type!.Name}'",
            IArgumentOperation { Parent: IObjectCreationOperation creation } when IsSerilogs(creation.Type) =>
                $"the log through '{creation.Type!.Name}'",
            IArgumentOperation { Parent: IInvocationOperation call } argument => By(call, argument, use.IsComposed),
            // What was added to the table itself is reported there.
            IReturnOperation when use.Source is not IParameterReferenceOperation && IsSummary(use.Carrier.Lambda()) => "the build's summary",
            _ when use.Target is IPropertyReferenceOperation { Arguments.Length: > 0 } pair
                    && Binding.Variable(pair.Instance) is { } summary
                    && IsSummary(summary, pair) => "the build's summary",
            _ => null,
        };

    /// <summary>Whether a method prints its arguments, and keeps none of them.</summary>
    public static bool IsLog(IMethodSymbol method) =>
        method.ContainingType?.ToDisplayString() is { } type
        && (Logs.Contains(type) || type == "System.Console" || IsSerilogs(method.ContainingType));

    /// <summary>Whether a variable is the table that <c>ReportSummary</c> passes to the lambda around an operation.</summary>
    public static bool IsSummary(ISymbol variable, IOperation within) =>
        within.Lambda() is { } lambda && lambda.Symbol.Parameters.Contains(variable, SymbolEqualityComparer.Default) && IsSummary(lambda);

    private static bool IsSummary(IAnonymousFunctionOperation? lambda) => lambda?.Receiver()?.TargetMethod.Name == "ReportSummary";

    private static string? By(IInvocationOperation call, IArgumentOperation argument, bool isComposed)
    {
        if (Masking.IsIn(call))
            return null;

        var method = call.TargetMethod;
        var type = method.ContainingType.NameInNuke();
        var name = $"'{method.ContainingType?.Name}.{method.Name}'";

        if (Logs.Contains(type) || IsSerilogs(method.ContainingType))
            return $"the log through {name}";
        if (type == "System.Console" || IsConsoleStream(call.Instance))
            return $"the console through {name}";
        if (Assertions.Contains(type) || Assertions.Contains(method.ContainingNamespace?.ToDisplayString() ?? ""))
            return IsPresence(call, argument) ? null : $"the assertion {name}";
        if (type is "Nuke.Common.Assert" or "Nuke.Common.ControlFlow")
            return argument.Parameter?.Name is "message" or "text" ? $"the assertion {name}" : null;
        if (call.Lambda() is { } lambda && IsSummary(lambda) && Texts.Adds(method, argument))
            return "the build's summary";
        return isComposed && argument.Parameter is { Name: "message" or "messageTemplate" } ? $"the message of {name}" : null;
    }

    // The value itself, not the message beside it. 'value.Should()' decides by the call that follows.
    private static bool IsPresence(IInvocationOperation call, IArgumentOperation argument) =>
        argument.Parameter?.Ordinal == 0
        && (
            Presences.Contains(call.TargetMethod.Name)
            || (call.TargetMethod.Name == "Should" && call.Parent is IInvocationOperation next && Presences.Contains(next.TargetMethod.Name))
        );

    private static bool IsSerilogs(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space is { Name: "Serilog" };
    }

    private static bool IsConsoleStream(IOperation? instance) =>
        instance is IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType: var type } }
        && type.ToDisplayString() == "System.Console";
}
