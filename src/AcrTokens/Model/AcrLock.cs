using Azure.Core;

namespace AcrTokens;

/// <summary>A lock that applies to a registry: its own, or one of its resource group or subscription.</summary>
/// <param name="Id">The lock's resource id, which shows its scope.</param>
/// <param name="Level"><c>CanNotDelete</c>, or <c>ReadOnly</c>, which forbids writes too.</param>
public sealed record AcrLock(ResourceIdentifier Id, string Level)
{
    /// <summary>Whether it forbids minting, not only deleting.</summary>
    internal bool ForbidsWriting => Level.Equals("ReadOnly", StringComparison.OrdinalIgnoreCase);
}
