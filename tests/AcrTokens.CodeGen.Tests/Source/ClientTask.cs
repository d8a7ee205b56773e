using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.CodeGen.Tests;

/// <summary>A task of the client: a public method that takes settings and a cancellation token.</summary>
internal sealed class ClientTask(MethodDeclarationSyntax declaration)
{
    // Tasks that share the settings of another.
    private static readonly Dictionary<string, string> Names = new() { ["PrepareTokenAsync"] = "AcrTokenPrepare" };

    /// <summary>The task's name in hosts: <c>AcrTokenMint</c>.</summary>
    public string Name => Names.GetValueOrDefault(Method) ?? Settings[..^"Settings".Length];

    public string Method => declaration.Identifier.Text;

    public string Settings => declaration.ParameterList.Parameters[0].Type!.ToString();

    /// <summary>The client's return type: <c>Task</c>, <c>Task&lt;AcrToken&gt;</c> or <c>IAsyncEnumerable&lt;AcrToken&gt;</c>.</summary>
    public string Returns => declaration.ReturnType.ToString();

    public bool IsList => Returns.StartsWith("IAsyncEnumerable<", StringComparison.Ordinal);

    /// <summary>The type of the awaited result, or of a listed item; null for a task without a result.</summary>
    public string? Item => (declaration.ReturnType as GenericNameSyntax)?.TypeArgumentList.Arguments.Single().ToString();

    /// <summary>The return type of the synchronous forms.</summary>
    public string Result =>
        Item is null ? "void"
        : IsList ? $"IReadOnlyList<{Item}>"
        : Item;

    public XElement Documentation => XmlDocs.Of(declaration);

    public static bool IsTask(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword)
        && method.ParameterList.Parameters
            is [{ Type: IdentifierNameSyntax settings }, { Type: IdentifierNameSyntax { Identifier.Text: "CancellationToken" } }]
        && settings.Identifier.Text.EndsWith("Settings", StringComparison.Ordinal);
}
