using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

public sealed class Assemblies
{
    [Fact]
    public void Of_the_rules_need_Roslyn_4_8_and_no_editor() =>
        AllRules
            .Analyzers.GetReferencedAssemblies()
            .Where(a => a.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(a => $"{a.Name} {a.Version}")
            .ShouldBe(["Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0"], ignoreOrder: true);

    [Fact]
    public void Have_one_rule_a_descriptor() =>
        AllRules
            .Create()
            .SelectMany(rule => rule.SupportedDiagnostics)
            .Select(d => d.Id)
            .ShouldBe(AllRules.Descriptors.Select(d => d.Id), ignoreOrder: true);

    [Fact]
    public void Mark_each_rule_for_CSharp() =>
        AllRules
            .Create()
            .ShouldAllBe(rule =>
                rule.GetType()
                    .GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), false)
                    .Cast<DiagnosticAnalyzerAttribute>()
                    .Single()
                    .Languages.Single() == LanguageNames.CSharp
            );

    [Fact]
    public void Export_each_fix()
    {
        AllRules
            .CreateFixes()
            .ShouldAllBe(fix =>
                fix.GetType().IsDefined(typeof(ExportCodeFixProviderAttribute), false) && fix.GetType().IsDefined(typeof(SharedAttribute), false)
            );
        AllRules.CreateFixes().ShouldAllBe(fix => fix.GetFixAllProvider() != null);
    }

    [Fact]
    public void Fix_what_they_say_that_they_fix() =>
        AllRules
            .CreateFixes()
            .SelectMany(fix => fix.FixableDiagnosticIds)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "ACRT1001",
                "ACRT1002",
                "ACRT1003",
                "ACRT1005",
                "ACRT1006",
                "ACRT1008",
                "ACRT1009",
                "ACRT1011",
                "ACRT2001",
                "ACRT2002",
                "ACRT3003",
            ]);

    [Fact]
    public async Task Do_nothing_where_the_library_is_not_referenced()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "samples", "antipatterns", "Build.cs"));
        var compilation = CSharpCompilation.Create(
            "Script",
            [Sources.Parse(source, "Build.cs")],
            Sources.References.Where(r => r.Display?.Contains("AcrTokens", StringComparison.Ordinal) == false),
            Sources.Compiling
        );

        (await Check.RunAsync(compilation, AllRules.Create())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_without_NUKE()
    {
        var compilation = CSharpCompilation.Create(
            "Script",
            [Sources.Parse("class C { void M(AcrTokens.AcrSecret secret) => System.Console.WriteLine(secret.Reveal()); }", "C.cs")],
            Sources.References.Where(r => r.Display?.Contains("Nuke.", StringComparison.Ordinal) == false),
            Sources.Compiling
        );

        (await Check.RunAsync(compilation, AllRules.Create())).Select(d => d.Id).ShouldBe(["ACRT2001"]);
    }

    [Theory]
    [InlineData("context.AcrTokenMint(new AcrTokenMintSettings().SetRegistryName(\"contoso\").AddImage(\"samples/app:1.2\"));", "ACRT1004")]
    [InlineData("var lease = context.AcrTokenMint(new AcrTokenMintSettings()); context.AcrTokenRevoke(lease);", "ACRT3001")]
    [InlineData("var made = context.AcrTokenCredentialGenerate(s => s.SetRegistryName(\"contoso\").SetName(\"ci-push\"));", "ACRT3003")]
    [InlineData(
        "var lease = context.AcrTokenMint(new AcrTokenMintSettings().SetRegistryName(\"contoso\").AddImage(\"samples/app:1.2\")); "
            + "context.AcrTokenRevoke(lease);",
        ""
    )]
    public async Task Know_Cakes_aliases_as_tasks(string statements, string expected)
    {
        var script = $$"""
            using System;
            using AcrTokens;
            using Cake.AcrTokens;

            namespace Cake.AcrTokens
            {
                public static class AcrTokenAliases
                {
                    public static AcrTokenLease AcrTokenMint(this object context, AcrTokenMintSettings settings) => null!;
                    public static AcrTokenCredentials AcrTokenCredentialGenerate(
                        this object context,
                        Func<AcrTokenCredentialGenerateSettings, AcrTokenCredentialGenerateSettings> configure
                    ) => null!;
                    public static void AcrTokenRevoke(this object context, AcrTokenLease lease) { }
                }
            }

            class Script
            {
                void Run(object context) { {{statements}} }
            }
            """;
        var compilation = Sources.Compile(Sources.Parse(script, "Script.cs"));
        Check.Errors(compilation).ShouldBeEmpty();

        string.Join(' ', (await Check.RunAsync(compilation, AllRules.Create())).Select(d => d.Id)).ShouldBe(expected);
    }

    [Fact]
    public async Task Leave_generated_code_alone()
    {
        var compilation = Sources.Compile(Sources.Parse(Sources.Body("Console.WriteLine(Lease.Password.Reveal());"), "Build.g.cs"));

        (await Check.RunAsync(compilation, AllRules.Create())).ShouldBeEmpty();
    }
}
