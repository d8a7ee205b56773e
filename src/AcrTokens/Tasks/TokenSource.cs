using Azure.Core;

namespace AcrTokens;

/// <summary>Where a mint has its token from, with a password that was just generated.</summary>
internal abstract class TokenSource
{
    /// <param name="registry">The registry.</param>
    /// <param name="wanted">Completes when the password is wanted.</param>
    /// <returns>The lease, which is on the book, and the service's answer with its password; no answer for a rehearsal.</returns>
    public abstract Task<(AcrTokenLease Lease, AcrTokenCredentials? Credentials)> TakeAsync(ResourceIdentifier registry, Func<Task> wanted);
}
