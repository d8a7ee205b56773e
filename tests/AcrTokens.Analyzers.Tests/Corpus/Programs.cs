using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AcrTokens.Analyzers.Tests;

/// <summary>Recognizes file-based programs, which consist of statements.</summary>
internal static class Programs
{
    public static readonly CSharpCompilationOptions Compiling = Sources.Compiling.WithOutputKind(OutputKind.ConsoleApplication);

    public static bool IsOne(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.FilePath == Sources.Path && tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax));
}
