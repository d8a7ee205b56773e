using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AcrTokens.CodeGen.Tests;

/// <summary>Reads documentation comments as XML.</summary>
internal static class XmlDocs
{
    public static XElement Of(SyntaxNode member)
    {
        var comments = member.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)).Select(t => t.ToFullString());
        var lines = string.Concat(comments).Split('\n').Select(line => line.Trim().TrimStart('/').Trim());
        var text = string.Join(' ', lines).Replace(") .", ").", StringComparison.Ordinal); // joins a chain of calls over two lines
        var docs = XElement.Parse($"<docs>{text}</docs>");
        foreach (var element in docs.Elements())
            Trim(element);
        return docs;
    }

    private static void Trim(XElement element)
    {
        if (element.FirstNode is XText first)
            first.Value = first.Value.TrimStart();
        if (element.LastNode is XText last)
            last.Value = last.Value.TrimEnd();
    }
}
