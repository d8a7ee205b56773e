using Azure.Core;

namespace AcrTokens;

/// <summary>A resource as a build author names it by its id.</summary>
internal static class AcrResourceReference
{
    /// <summary>Its id; null where the text is none of that type, or a part of it is not what such a part may be.</summary>
    public static ResourceIdentifier? TryParse(string text, ResourceType type) =>
        AcrNames.ResourceId().IsMatch(text) && ResourceIdentifier.TryParse(text, out var id) && id?.ResourceType == type ? id : null;
}
