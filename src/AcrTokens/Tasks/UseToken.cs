using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>A token for the time of a body.</summary>
internal sealed class UseToken(AcrClient client)
{
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Both paths revoke it, which is what disposing does.")]
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever the body throws is thrown again, with the revocation's failure beside it.")]
    public async Task<T> RunAsync<T>(AcrTokenMintSettings settings, Func<AcrTokenLease, Task<T>> body, CancellationToken cancellationToken)
    {
        var lease = await client.MintTokenAsync(settings, cancellationToken).ConfigureAwait(false);
        T result;
        try
        {
            result = await body(lease).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            try
            {
                await lease.RevokeAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception revocation)
            {
                throw new AggregateException(failure, revocation);
            }

            throw;
        }

        await lease.RevokeAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }
}
