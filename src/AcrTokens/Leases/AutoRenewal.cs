using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Renews a lease in time, until it ends or its maximum is reached.</summary>
internal sealed class AutoRenewal(AcrClient client, AcrTokenLease lease, TimeSpan lifetime, DateTimeOffset end)
{
    // A renewal after three quarters of the lifetime leaves the last quarter for retries.
    private const double Share = 0.75;
    private const double RetryShare = 1.0 / 16;

    /// <param name="over">Completes when the lease ends.</param>
    public async Task RunAsync(Task over)
    {
        var due = lease.ExpiresOn - lifetime * (1 - Share);
        while (lease.ExpiresOn < end && await IsDueAsync(due, over).ConfigureAwait(false))
        {
            try
            {
                await lease.RenewAsync().ConfigureAwait(false);
                due = lease.ExpiresOn - lifetime * (1 - Share);
            }
            catch (Exception failure) when (over.IsCompleted && failure is (AcrException or InvalidOperationException))
            {
                return; // it has ended meanwhile
            }
            catch (AcrException failure)
            {
                due = client.Time.Now + lifetime * RetryShare;
                if (!failure.IsTransient || due >= lease.ExpiresOn)
                {
                    client.Log.LogError("Token {Token} is good until {ExpiresOn:u} only. {Failure:l}", lease.Name, lease.ExpiresOn, failure.Message);
                    return;
                }

                client.Log.LogWarning("Token {Token} was not renewed yet. {Failure:l}", lease.Name, failure.Message);
            }
        }
    }

    private async Task<bool> IsDueAsync(DateTimeOffset due, Task over)
    {
        var left = due - client.Time.Now;
        try
        {
            await over.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, client.Clock).ConfigureAwait(false);
            return false;
        }
        catch (TimeoutException)
        {
            return true;
        }
    }
}
