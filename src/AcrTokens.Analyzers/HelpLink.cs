using System.Reflection;

namespace AcrTokens.Analyzers;

/// <summary>The address of a rule's page. Editors and SARIF accept absolute addresses alone.</summary>
internal static class HelpLink
{
    // Set when the assembly is built, from the property AcrTokensProjectUrl.
    private static readonly string? Project = typeof(HelpLink)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "ProjectUrl")
        ?.Value;

    /// <summary>The page of a rule; null if the project's address was not known.</summary>
    public static string? To(string id) => To(Project, id);

    public static string? To(string? project, string id) =>
        Uri.TryCreate(project, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? $"{address.AbsoluteUri.TrimEnd('/')}/docs/analyzers/{id}.md"
            : null;
}
