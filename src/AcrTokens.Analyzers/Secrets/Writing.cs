using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes calls that write to files. The CI hosts' outputs and summaries are files, too.</summary>
internal static class Writing
{
    /// <summary>The name of the call that writes the secret, for the message; null if none is known.</summary>
    public static string? By(SecretUse use) =>
        use.Carrier.Parent is IArgumentOperation { Parent: IInvocationOperation call } argument && (IsFile(call) || IsOpenVariable(call, argument))
            ? $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"
            : null;

    private static bool IsFile(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.Name.StartsWith("Write", StringComparison.Ordinal) && !method.Name.StartsWith("Append", StringComparison.Ordinal))
            return false;
        return method.ContainingType.ToDisplayString() switch
        {
            "System.IO.File" => true,
            "System.IO.StreamWriter" or "System.IO.TextWriter" => call.Instance is ILocalReferenceOperation { Local: var writer } && IsOpened(writer),
            _ => method.IsExtensionMethod && method.ContainingNamespace.NameInNuke() == "Nuke.Common.IO",
        };
    }

    // A process's input is a StreamWriter as well.
    private static bool IsOpened(ILocalSymbol writer) =>
        writer.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && value switch
        {
            ObjectCreationExpressionSyntax creation => creation.ArgumentList?.Arguments.Count > 0,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax open } => open.Name.Identifier.Text is "CreateText" or "AppendText",
            _ => false,
        };

    private static bool IsOpenVariable(IInvocationOperation call, IArgumentOperation argument) =>
        call.TargetMethod is { Name: "SetVariable", ContainingType.Name: "AzurePipelines" }
        && argument.Parameter?.Name == "value"
        && !call.Arguments.Any(a => a.Parameter?.Name == "isSecret" && a.Value.ConstantValue is { HasValue: true, Value: true });
}
