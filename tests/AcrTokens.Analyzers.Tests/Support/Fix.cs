using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Applies the fix of a rule.</summary>
internal static class Fix
{
    /// <summary>Checks that the fixed source is as expected, compiles, and is no longer flagged: fixed one by one, and all in one go.</summary>
    /// <param name="source">The source, with code that the rule flags.</param>
    /// <param name="expected">The source after the fix.</param>
    /// <param name="key">The equivalence key of the fix, if there are several.</param>
    public static async Task SourceAsync<TRule, TFix>(string source, string expected, string? key = null)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        await InHostAsync<TRule, TFix>(source, expected, key);
        if (Sources.IncludesFallout)
            await InHostAsync<TRule, TFix>(Sources.InFallout(source), Sources.InFallout(expected), key);
    }

    private static async Task InHostAsync<TRule, TFix>(string source, string expected, string? key)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var found = await Check.RunAsync(Sources.Compile(Sources.Parse(source, Sources.Path)), new TRule());
        found.ShouldNotBeEmpty();
        await new FixTest<TRule, TFix>(source, expected, found) { CodeActionEquivalenceKey = key }.RunAsync();
    }

    /// <summary>Checks that the source is flagged, and that no fix is offered for any of it.</summary>
    public static async Task IsNotOfferedAsync<TRule, TFix>(string source)
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => await SourceAsync<TRule, TFix>(source, source);
}
