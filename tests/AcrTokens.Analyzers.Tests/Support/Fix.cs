using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Applies a fix to the first diagnostic of its rule.</summary>
internal static class Fix
{
    /// <summary>Checks that the fixed source is as expected, compiles, and is no longer flagged.</summary>
    /// <param name="source">The source, with code that the rule flags.</param>
    /// <param name="expected">The source after the fix.</param>
    /// <param name="title">A part of the fix's title, if there are several.</param>
    public static async Task SourceAsync<TRule, TFix>(string source, string expected, string title = "")
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, source);

        var action = (await OffersAsync<TRule, TFix>(document)).First(a => a.Title.Contains(title, StringComparison.Ordinal));
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        (await changed.GetTextAsync()).ToString().ShouldBe(expected);
        var compilation = (await changed.Project.GetCompilationAsync())!;
        Check.Errors(compilation).ShouldBeEmpty();
        (await Check.RunAsync(compilation, null, new TRule())).ShouldBeEmpty();
    }

    public static async Task IsNotOfferedAsync<TRule, TFix>(string source)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        (await OffersAsync<TRule, TFix>(Open(workspace, source))).ShouldBeEmpty();
    }

    private static Document Open(AdhocWorkspace workspace, string source)
    {
        var project = workspace
            .CurrentSolution.AddProject("Script", "Script", LanguageNames.CSharp)
            .WithMetadataReferences(Sources.References)
            .WithCompilationOptions(Sources.Compiling)
            .WithParseOptions(Sources.Parsing);
        return project.AddDocument("RestOfNuke.cs", Sources.RestOfNuke.GetText()).Project.AddDocument("Build.cs", SourceText.From(source));
    }

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync<TRule, TFix>(Document document)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        Check.Errors(compilation).ShouldBeEmpty();
        var found = (await Check.RunAsync(compilation, null, new TRule())).ShouldNotBeNull();
        found.ShouldNotBeEmpty();

        var actions = new List<CodeAction>();
        var fix = new TFix();
        fix.FixableDiagnosticIds.ShouldContain(found[0].Id);
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, found[0], (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }
}
