using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AcrTokens.Analyzers;

/// <summary>Recognizes calls and types that put their arguments on the command line of a process.</summary>
internal static class CommandLines
{
    private const string StartInfo = "System.Diagnostics.ProcessStartInfo";

    /// <summary>The name of the call or type that starts, or describes, the process; null if none is known.</summary>
    public static string? Of(SecretUse use) =>
        use.Carrier.Parent switch
        {
            IArgumentOperation { Parent: IObjectCreationOperation creation } when creation.Type?.ToDisplayString() == StartInfo => "ProcessStartInfo",
            IArgumentOperation { Parent: IInvocationOperation call } argument => Of(call, argument),
            IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation list } when IsArgumentList(list) =>
                "ProcessStartInfo.ArgumentList",
            _ when use.Target is IPropertyReferenceOperation { Property: { Name: "Arguments", ContainingType: var type } }
                    && type.ToDisplayString() == StartInfo => "ProcessStartInfo.Arguments",
            _ when use.Target is IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } list } && IsArgumentList(list) =>
                "ProcessStartInfo.ArgumentList",
            _ => null,
        };

    private static string? Of(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType.NameInNuke();
        var isOnCommandLine = type switch
        {
            "System.Diagnostics.Process" => method.Name == "Start",
            "Nuke.Common.Tooling.ProcessTasks" => method.Name is "StartProcess" or "StartShell"
                && argument.Parameter?.Name is "arguments" or "command",
            "Nuke.Common.Tooling.ToolOptionsExtensions" => method.Name.EndsWith("ProcessAdditionalArguments", StringComparison.Ordinal),
            "Nuke.Common.Tooling.Tool" => argument.Parameter?.Name == "arguments",
            _ => IsArgumentList(call) || IsToolsVerb(method) || IsArgumentString(argument),
        };
        return isOnCommandLine ? Name(method) : null;
    }

    private static bool IsArgumentList(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Add" or "Insert", Instance: { } list } && IsArgumentList(list);

    private static bool IsArgumentList(IOperation operation) =>
        operation.Bare() is IPropertyReferenceOperation { Property: { Name: "ArgumentList", ContainingType: var owner } }
        && owner.ToDisplayString() == StartInfo;

    // A verb of NUKE's settings for command-line tools, such as DockerLoginSettingsExtensions.SetPassword.
    private static bool IsToolsVerb(IMethodSymbol method) =>
        method.IsExtensionMethod && method.ContainingNamespace.NameInNuke().StartsWith("Nuke.Common.Tools.", StringComparison.Ordinal);

    // NUKE's type for a whole command line, as in DockerTasks.Docker($"login …").
    private static bool IsArgumentString(IArgumentOperation argument) =>
        argument.Parameter?.Type.NameInNuke() == "Nuke.Common.Tooling.ArgumentStringHandler";

    private static string Name(IMethodSymbol method)
    {
        const string settings = "SettingsExtensions";
        var type = method.ContainingType.Name;
        return $"{(type.EndsWith(settings, StringComparison.Ordinal) ? type.Substring(0, type.Length - settings.Length) : type)}.{method.Name}";
    }
}
