using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.CodeGen.Tests;

/// <summary>One property of a settings record.</summary>
internal sealed class Setting(PropertyDeclarationSyntax declaration)
{
    public string Name => declaration.Identifier.Text;

    public string Type => declaration.Type.ToString();

    public string Parameter => ParameterOf(Name);

    public bool IsBoolean => Type.TrimEnd('?') == "bool";

    public bool IsNullable => declaration.Type is NullableTypeSyntax;

    /// <summary>Whether the property has its own default. An empty list is the default of every list.</summary>
    public bool HasDefault => declaration.Initializer is { Value: not CollectionExpressionSyntax { Elements.Count: 0 } };

    /// <summary>The item type of a list; null if the property is not a list.</summary>
    public string? Item =>
        ((declaration.Type as NullableTypeSyntax)?.ElementType ?? declaration.Type) switch
        {
            GenericNameSyntax { Identifier.Text: "IReadOnlyList" } list => list.TypeArgumentList.Arguments.Single().ToString(),
            _ => null,
        };

    /// <summary>The name of a single item.</summary>
    public string Singular =>
        Name switch
        {
            _ when Name.EndsWith("ies", StringComparison.Ordinal) => $"{Name[..^3]}y",
            _ when Name.EndsWith('s') => Name[..^1],
            _ => Name,
        };

    public static bool IsSetting(PropertyDeclarationSyntax property) =>
        !property.Modifiers.Any(SyntaxKind.InternalKeyword) && property.AccessorList?.Accessors.Any(SyntaxKind.InitAccessorDeclaration) == true;

    public static string ParameterOf(string name)
    {
        var parameter = $"{char.ToLowerInvariant(name[0])}{name[1..]}";
        return SyntaxFacts.GetKeywordKind(parameter) == SyntaxKind.None ? parameter : $"@{parameter}";
    }
}
