using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AcrTokens.Analyzers;

/// <summary>
/// Whether a piece of source can concern the rules at all, by the words in it. Most bodies of a script do not, and a walk over the operations of
/// one takes far longer than a search in its text.
/// </summary>
internal static class Mentions
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> Texts = new();

    private static readonly string[] Words = ["Mint", "Prepare", "Reveal", "Revoke", "Dispose", "DeleteAsync", "DeleteToken", "DockerConfig"];

    public static bool IsIn(SyntaxNode node)
    {
        var text = Texts.GetValue(node.SyntaxTree, tree => tree.GetText().ToString());
        var span = node.Span;
        foreach (var word in Words)
        {
            if (text.IndexOf(word, span.Start, span.Length, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
