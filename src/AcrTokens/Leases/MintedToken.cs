using Azure.Core;

namespace AcrTokens;

/// <summary>A token with the password of a lease, and its times on the service's clock.</summary>
internal sealed record MintedToken(ResourceIdentifier Id, LeasePassword Password, DateTimeOffset MintedOn)
{
    /// <param name="id">The token.</param>
    /// <param name="credentials">The service's answer.</param>
    /// <param name="name">The password that it was asked for.</param>
    /// <param name="mintedOn">The time before the request.</param>
    /// <exception cref="AcrException">The answer holds no such password.</exception>
    public static MintedToken From(ResourceIdentifier id, AcrTokenCredentials credentials, AcrTokenPasswordName name, DateTimeOffset mintedOn)
    {
        var password = credentials.Find(name) ?? throw AsAsked.Failed(id, $"the service's answer holds no {name}.");
        return new(id, new(password.Value!, name, password.ExpiresOn ?? DateTimeOffset.MaxValue), mintedOn);
    }
}
