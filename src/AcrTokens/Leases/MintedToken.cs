using Azure.Core;

namespace AcrTokens;

/// <summary>A token with the password of a lease, and its times on the service's clock.</summary>
internal sealed record MintedToken(ResourceIdentifier Id, AcrSecret Password, DateTimeOffset MintedOn, DateTimeOffset ExpiresOn);
