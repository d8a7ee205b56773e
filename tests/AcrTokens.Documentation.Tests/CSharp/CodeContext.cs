using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Documentation.Tests.CSharp;

/// <summary>Where a reader puts a page's code: what the project says, and what stands around a fragment.</summary>
/// <param name="Nullable">Whether the project enables nullable reference types.</param>
/// <param name="ImplicitUsings">The usings that the project adds to each file.</param>
/// <param name="Usings">The usings above a fragment.</param>
/// <param name="Class">The declaration of the class around a fragment; null if there are no fragments.</param>
/// <param name="Fields">The fields of that class that fragments use.</param>
/// <param name="Hosts">The prefixes of the assemblies that only other hosts have.</param>
internal sealed partial record CodeContext(bool Nullable, string[] ImplicitUsings, string[] Usings, string? Class, string Fields, string[] Hosts)
{
    private static readonly string[] Sdk =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] Nuke =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Threading.Tasks",
        "AcrTokens",
        "Nuke.AcrTokens",
        "Nuke.Common",
        "Nuke.Common.IO",
        "static Nuke.AcrTokens.AcrTokenTasks",
        "Nuke.Common.Tools.Docker",
        "Nuke.Common.Tools.DotNet",
        "static Nuke.Common.Tools.Docker.DockerTasks",
        "static Nuke.Common.Tools.DotNet.DotNetTasks",
    ];

    /// <summary>The contexts by the word after <c>csharp</c>. Without a word it is <c>nuke</c>.</summary>
    public static IReadOnlyDictionary<string, CodeContext> All { get; } =
        new Dictionary<string, CodeContext>
        {
            // As "nuke :setup" writes the project: no implicit usings, no nullable reference types.
            ["nuke"] = new(
                false,
                [],
                Nuke,
                "[RevokeAcrTokens]\nclass Build : NukeBuild",
                "AcrTokenLease lease;\nAcrTokenLease Lease => lease;\n",
                ["Cake."]
            ),
            // As Frosting's template writes the project.
            ["frosting"] = new(false, [], [], null, "", ["Nuke."]),
            // A file-based program, or a project of "dotnet new console".
            ["program"] = new(true, Sdk, ["AcrTokens", "AcrTokens.Emulator"], null, "", ["Nuke.", "Cake."]),
            ["worker"] = new(
                true,
                [
                    .. Sdk,
                    "Microsoft.Extensions.Configuration",
                    "Microsoft.Extensions.DependencyInjection",
                    "Microsoft.Extensions.Hosting",
                    "Microsoft.Extensions.Logging",
                ],
                ["AcrTokens"],
                "internal sealed class Hosting",
                "private readonly HostApplicationBuilder builder = null!;\n",
                ["Nuke.", "Cake."]
            ),
            // As "dotnet new xunit" writes the project.
            ["xunit"] = new(true, [.. Sdk, "Xunit"], ["AcrTokens", "AcrTokens.Emulator"], "public class Tests", "", ["Nuke.", "Cake."]),
        };

    /// <summary>What the reader's own code has, as fragments name it.</summary>
    public string Reader =>
        Class is null ? ""
        : Nullable ? ReadersCode.Tests
        : ReadersCode.Build;

    public static readonly CSharpParseOptions Parsing = CSharpParseOptions
        .Default.WithLanguageVersion(LanguageVersion.Latest)
        .WithFeatures([new("FileBasedProgram", "true")]);

    /// <summary>The source file that the reader ends up with. Its diagnostics have the page's lines.</summary>
    public string Complete(string code, string page, int line)
    {
        var mapped = $"#line {line} \"{page}\"\n{code}\n#line default\n";
        // Directives are allowed on the first lines only: these diagnostics have the block's lines.
        if (code.StartsWith("#:", StringComparison.Ordinal))
            return code;
        if (Using().IsMatch(code))
            return mapped;

        var usings = string.Concat(Usings.Select(name => $"using {name};\n"));
        if (Class is null || IsWhole(code))
            return usings + mapped;

        var members = AreMembers(code)
            ? mapped
            : $"{(code.Contains("await ", StringComparison.Ordinal) ? "async Task" : "void")} Run()\n{{\n{mapped}}}\n";
        return $"{usings}{Class}\n{{\n{(DeclaresALease(code) ? "" : Fields)}{members}}}\n";
    }

    private static bool DeclaresALease(string code) => code.Contains("AcrTokenLease lease", StringComparison.Ordinal);

    private static bool IsWhole(string code) =>
        CSharpSyntaxTree.ParseText(code, Parsing).GetCompilationUnitRoot().Members.All(member => member is BaseTypeDeclarationSyntax);

    private static bool AreMembers(string code) =>
        !CSharpSyntaxTree
            .ParseText($"class Build\n{{\n{code}\n}}", Parsing)
            .GetDiagnostics()
            .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    [GeneratedRegex(@"^using (static )?[\w.]+;")]
    private static partial Regex Using();
}
