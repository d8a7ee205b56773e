using Azure.Core;

namespace AcrTokens;

/// <summary>A lock that holds for a registry: its own, or one of its resource group or subscription.</summary>
/// <param name="Id">The lock's resource id, which says on what it lies.</param>
/// <param name="Level">What it forbids: <c>CanNotDelete</c>, or <c>ReadOnly</c>, which forbids writing as well.</param>
public sealed record AcrLock(ResourceIdentifier Id, string Level)
{
    /// <summary>Whether nothing can be minted under it, rather than only not deleted.</summary>
    internal bool ForbidsWriting => Level.Equals("ReadOnly", StringComparison.OrdinalIgnoreCase);
}
