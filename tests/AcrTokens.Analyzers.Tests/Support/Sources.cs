using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Compiles sources against the library that this process has loaded.</summary>
internal static class Sources
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using AcrTokens;
        using Nuke.AcrTokens;
        using Nuke.Common;
        using static Nuke.AcrTokens.AcrTokenTasks;

        """;

    public static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    public static readonly CSharpCompilationOptions Compiling = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable
    );

    /// <summary>The path of the source in all tests.</summary>
    public const string Path = "/Build.cs";

    /// <summary>Whether each case is tried on NUKE's fork too. Once is enough: which Roslyn it is makes no difference to that.</summary>
#if LATEST_ROSLYN
    public static bool IncludesFallout => false;
#else
    public static bool IncludesFallout => true;
#endif

    /// <summary>The runtime, the library and NUKE's stand-in.</summary>
    public static readonly IReadOnlyList<MetadataReference> References = ReferencesOf("Nuke");

    private static readonly string RestOfNuke = ReadRestOfNuke();

    // The references are read once, for all compilations derived from these.
    private static readonly CSharpCompilation Library = CSharpCompilation.Create(
        "Script",
        [Parse(RestOfNuke, "RestOfNuke.cs")],
        References,
        Compiling
    );

    private static readonly CSharpCompilation FalloutLibrary = CSharpCompilation.Create(
        "Script",
        [Parse(InFallout(RestOfNuke), "RestOfNuke.cs")],
        ReferencesOf("Fallout"),
        Compiling
    );

    /// <summary>A build class with the members.</summary>
    public static string Build(string members) =>
        $$"""
            {{Usings}}
            [RevokeAcrTokens]
            class Build : NukeBuild
            {
                AcrTokenLease? lease;

                AcrTokenLease Lease => lease!;

            {{Indent(members, 1)}}
            }
            """;

    /// <summary>A method with the statements.</summary>
    public static string Body(string statements) =>
        Build(
            $$"""
            void Run()
            {
            {{Indent(statements, 1)}}
            }
            """
        );

    /// <summary>An asynchronous method with the statements.</summary>
    public static string AsyncBody(string statements) =>
        Build(
            $$"""
            async Task RunAsync()
            {
            {{Indent(statements, 1)}}
            }
            """
        );

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Parsing, path);

    public static CSharpCompilation Compile(params SyntaxTree[] trees) =>
        (trees.Any(tree => tree.ToString().Contains("Fallout.", StringComparison.Ordinal)) ? FalloutLibrary : Library).AddSyntaxTrees(trees);

    /// <summary>A source for NUKE, under the names of its fork.</summary>
    public static string InFallout(string source) => source.Replace("Nuke", "Fallout", StringComparison.Ordinal);

    /// <summary>Gives a test the library. No reference comes from a feed.</summary>
    public static void Reference(SolutionState state, string source)
    {
        state.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        var library = Compile(Parse(source, Path));
        state.AdditionalReferences.AddRange(library.References);
        state.Sources.Add(("/RestOfNuke.cs", library.SyntaxTrees[0].ToString()));
    }

    private static string ReadRestOfNuke()
    {
        using var reader = new StreamReader(typeof(Sources).Assembly.GetManifestResourceStream("RestOfNuke.cs")!);
        return reader.ReadToEnd();
    }

    private static string Indent(string text, int levels) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? new string(' ', 4 * levels) + line : line));

    private static List<MetadataReference> ReferencesOf(string host) =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(System.IO.Path.PathSeparator)
                .Where(path => IsUsed(path, host))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];

    private static bool IsUsed(string path, string host) =>
        System.IO.Path.GetFileName(path) is var name
        && (
            name.StartsWith("System", StringComparison.Ordinal)
            || name.StartsWith(host, StringComparison.Ordinal)
            || name.StartsWith("Azure", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal)
            || name
                is "netstandard.dll"
                    or "mscorlib.dll"
                    or "AcrTokens.dll"
                    or "AcrTokens.Emulator.dll"
                    or "Serilog.dll"
                    or "xunit.assert.dll"
                    or "Shouldly.dll"
                    or "Microsoft.Win32.Primitives.dll"
        );
}
