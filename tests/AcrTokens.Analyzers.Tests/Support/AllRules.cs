using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers.Tests;

/// <summary>All rules and fixes in the two assemblies.</summary>
internal static class AllRules
{
    public static readonly Assembly Analyzers = typeof(Descriptors).Assembly;

    public static readonly Assembly Fixes = typeof(UseUsing).Assembly;

    public static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
    [
        .. typeof(Descriptors)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(d => d.Id, StringComparer.Ordinal),
    ];

    /// <summary>Creates new analyzers, without state from another compilation.</summary>
    public static DiagnosticAnalyzer[] Create() => [.. Of<DiagnosticAnalyzer>(Analyzers)];

    public static DiagnosticAnalyzer Create(string id) => Create().Single(rule => rule.SupportedDiagnostics.Any(d => d.Id == id));

    public static IEnumerable<CodeFixProvider> CreateFixes() => Of<CodeFixProvider>(Fixes);

    private static IEnumerable<T> Of<T>(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(T)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (T)Activator.CreateInstance(t)!);
}
