using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.CodeGen.Tests;

/// <summary>A settings record, a base class of settings, or an interface that settings share.</summary>
internal sealed class SettingsType(TypeDeclarationSyntax declaration)
{
    public string Name => declaration.Identifier.Text;

    public bool IsInterface => declaration is InterfaceDeclarationSyntax;

    /// <summary>Whether the verbs are for derived types.</summary>
    public bool IsShared => IsInterface || declaration.Modifiers.Any(SyntaxKind.AbstractKeyword);

    public string VerbClass => $"{(IsInterface ? Name[1..] : Name)}Extensions";

    /// <summary>The properties that the type declares itself, except those that implement an interface.</summary>
    public IReadOnlyList<Setting> Properties { get; set; } =
    [.. declaration.Members.OfType<PropertyDeclarationSyntax>().Where(Setting.IsSetting).Select(p => new Setting(p))];

    public IEnumerable<string> Usings => ((CompilationUnitSyntax)declaration.SyntaxTree.GetRoot()).Usings.Select(u => u.ToString());

    public string Example =>
        XmlDocs.Of(declaration).Element("example")?.Element("code")?.Value
        ?? throw new InvalidOperationException(
            $"{Name} needs an example in its documentation, <example><code>s => s.…</code></example>: Cake's documentation shows it"
        );
}
