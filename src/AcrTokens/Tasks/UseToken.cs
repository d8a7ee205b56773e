using System.Diagnostics.CodeAnalysis;

namespace AcrTokens;

/// <summary>Runs a body with a token.</summary>
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "All paths revoke it, which is what disposing does.")]
[SuppressMessage(
    "Design",
    "CA1031:Do not catch general exception types",
    Justification = "Whatever the body throws is thrown again, with the revocation's failure beside it."
)]
internal sealed class UseToken(AcrClient client)
{
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
            await RevokeAfterAsync(failure, lease).ConfigureAwait(false);
            throw;
        }

        await lease.RevokeAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    /// <summary>Runs the body on the caller's thread, which may hold locks or own thread-affine objects.</summary>
    public void Run(AcrTokenMintSettings settings, Action<AcrTokenLease> body)
    {
        var lease = client.MintTokenAsync(settings).GetAwaiter().GetResult();
        try
        {
            body(lease);
        }
        catch (Exception failure)
        {
            RevokeAfterAsync(failure, lease).GetAwaiter().GetResult();
            throw;
        }

        lease.Revoke();
    }

    private static async Task RevokeAfterAsync(Exception failure, AcrTokenLease lease)
    {
        try
        {
            await lease.RevokeAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception revocation)
        {
            throw new AggregateException(failure, revocation);
        }
    }
}
