using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Benchmarks;

/// <summary>One build of the rules, in a load context of its own, so that two builds can be compared in one process.</summary>
internal sealed class RuleAssembly
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly IReadOnlyList<Type> rules;

    private RuleAssembly(IReadOnlyList<Type> rules) => this.rules = rules;

    public static RuleAssembly Load(string path)
    {
        var context = new AssemblyLoadContext(path);
        var types = context.LoadFromAssemblyPath(Path.GetFullPath(path)).GetTypes();
        return new([.. types.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))]);
    }

    /// <summary>
    /// The time that the rules add to a compilation of one body: the time of the compiler's own work on it, which an empty rule needs too, is
    /// taken off.
    /// </summary>
    public async Task<(TimeSpan Time, int Found)> MeasureAsync(int size)
    {
        var compilation = Compile(size);
        var analyzers = rules.Select(rule => (DiagnosticAnalyzer)Activator.CreateInstance(rule)!).ToImmutableArray();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var analysis = compilation.WithAnalyzers(analyzers, options);
        var result = await analysis.GetAnalysisResultAsync(CancellationToken.None).ConfigureAwait(false);
        var time = result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, rule) => sum + rule.ExecutionTime);
        return (time, result.GetAllDiagnostics().Length);
    }

    private static CSharpCompilation Compile(int size)
    {
        var body = new StringBuilder();
        for (var i = 0; i < size; i++)
        {
            body.AppendLine(
                CultureInfo.InvariantCulture,
                $"var lease{i} = AcrTokenMint(s => s.SetRegistryName(\"contoso\").AddImage(\"samples/app:1\"));"
            );
            body.AppendLine(CultureInfo.InvariantCulture, $"var password{i} = lease{i}.Password.Reveal();");
            body.AppendLine(CultureInfo.InvariantCulture, $"Console.WriteLine(password{i});");
        }

        var source = $$"""
            using System;
            using AcrTokens;
            using Nuke.Common;
            using static Nuke.AcrTokens.AcrTokenTasks;

            [Nuke.AcrTokens.RevokeAcrTokens]
            class Build : NukeBuild
            {
                void Run()
                {
                    {{body}}
                }
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Script",
            [CSharpSyntaxTree.ParseText(source, path: "Build.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var error = compilation.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        return error is null ? compilation : throw new UnreachableException(error.ToString());
    }
}
