using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AcrTokens.Analyzers;

/// <summary>The base of the fixes for one rule, or for several whose fix is the same.</summary>
internal abstract class AcrCodeFix(params DiagnosticDescriptor[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.CreateRange(rules.Select(rule => rule.Id));

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not null && model is not null)
            Register(new Fixing(context, root, model));
    }

    protected abstract void Register(Fixing fixing);

    /// <summary>One diagnostic, and its place in the code.</summary>
    protected sealed class Fixing(CodeFixContext context, SyntaxNode root, SemanticModel model)
    {
        public SemanticModel Model { get; } = model;

        public SyntaxNode Node { get; } = root.FindNode(context.Span, getInnermostNodeForTie: true);

        /// <summary>The other place that the diagnostic names, such as the mint of a revocation; null if it names none.</summary>
        public SyntaxNode? OtherNode { get; } =
            context.Diagnostics[0].AdditionalLocations.FirstOrDefault() is { } other && other.SourceTree == root.SyntaxTree
                ? root.FindNode(other.SourceSpan, getInnermostNodeForTie: true)
                : null;

        public IReadOnlyList<Diagnostic> Diagnostics => context.Diagnostics;

        public AnalyzerConfigOptionsProvider Options => context.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;

        public AcrTypes Types { get; } = AcrTypes.Of(model.Compilation);

        /// <summary>A type's name, as short as the place allows.</summary>
        public string Name(string type) =>
            Model.Compilation.GetTypeByMetadataName(type) is { } symbol ? symbol.ToMinimalDisplayString(Model, Node.SpanStart) : type;

        /// <summary>Offers to replace one node with another.</summary>
        public void OfferReplacement(string title, SyntaxNode old, SyntaxNode replacement, string? key = null) =>
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, replacement))), key ?? title),
                context.Diagnostics
            );
    }
}
