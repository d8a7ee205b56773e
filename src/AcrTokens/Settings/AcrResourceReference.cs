using Azure.Core;

namespace AcrTokens;

/// <summary>Parses resource ids from a build author.</summary>
internal static class AcrResourceReference
{
    /// <summary>The id; null if the text is no id of that type, or a segment is invalid.</summary>
    public static ResourceIdentifier? TryParse(string text, ResourceType type) =>
        AcrNames.ResourceId().IsMatch(text) && ResourceIdentifier.TryParse(text, out var id) && id?.ResourceType == type ? id : null;
}
