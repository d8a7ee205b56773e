using System.Collections.Immutable;
using System.Reflection;
using AcrTokens.Documentation.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Documentation.Tests.CSharp;

/// <summary>Compiles a page's code where its reader puts it, with the rules that the packages bring.</summary>
internal static class Compiled
{
    // The project of "nuke :setup" turns the first two off. The others are about assemblies of another version, which NuGet resolves.
    private static readonly string[] Off = ["CS0649", "CS0169", "CS1701", "CS1702"];

    private static readonly IReadOnlyList<(string Name, MetadataReference Reference)> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => (Path.GetFileName(path), (MetadataReference)MetadataReference.CreateFromFile(path))),
    ];

    private static readonly IReadOnlyList<Type> Rules =
    [
        .. Assembly.Load("AcrTokens.Analyzers").GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer))),
    ];

    /// <param name="block">The code.</param>
    /// <param name="others">The other files of the same project.</param>
    /// <param name="context">The project.</param>
    /// <summary>Returns warnings, errors and what the rules flag, each with its line on the page.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Block block, IEnumerable<Block> others, CodeContext context)
    {
        var compilation = Compile(block, others, context);
        var found = await compilation
            .WithAnalyzers([.. Rules.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)])
            .GetAllDiagnosticsAsync();
        return
        [
            .. found.Where(d => !d.IsSuppressed && (d.Severity >= DiagnosticSeverity.Warning || d.Id.StartsWith("ACRT", StringComparison.Ordinal))),
        ];
    }

    private static CSharpCompilation Compile(Block block, IEnumerable<Block> others, CodeContext context)
    {
        var tree = Parse(context.Complete(block.Text, block.Page, block.Line), block.Page);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax);
        var usings = string.Concat(context.ImplicitUsings.Select(name => $"global using {name};\n"));
        return CSharpCompilation.Create(
            "Script",
            [tree, .. others.Select(other => Parse(other.Text, other.Page)), Parse(usings, "Usings.cs"), Parse(context.Reader, "Reader.cs")],
            References
                .Where(assembly => !context.Hosts.Any(host => assembly.Name.StartsWith(host, StringComparison.Ordinal)))
                .Select(assembly => assembly.Reference),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: context.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable,
                specificDiagnosticOptions: Off.ToImmutableDictionary(id => id, _ => ReportDiagnostic.Suppress)
            )
        );
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, CodeContext.Parsing, path);
}
