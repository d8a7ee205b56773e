using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Renews a lease in time, until it ends or its maximum is reached.</summary>
internal sealed class AutoRenewal(AcrClient client, string token, TimeSpan lifetime, DateTimeOffset end)
{
    // A renewal after three quarters of the lifetime leaves the last quarter for retries.
    private const double Share = 0.75;
    private const double RetryShare = 1.0 / 16;

    // Timers take less than 50 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <param name="expiresOn">When the current password expires.</param>
    /// <param name="renew">Generates another one.</param>
    /// <param name="over">Completes when the lease ends.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Nobody waits for it: the log tells.")]
    public async Task RunAsync(Func<DateTimeOffset> expiresOn, Func<Task> renew, Task over)
    {
        var due = expiresOn() - lifetime * (1 - Share);
        while (expiresOn() < end && await IsDueAsync(due, over).ConfigureAwait(false))
        {
            try
            {
                await renew().ConfigureAwait(false);
                due = expiresOn() - lifetime * (1 - Share);
            }
            catch (Exception) when (over.IsCompleted)
            {
                return; // the lease has ended meanwhile
            }
            catch (Exception failure)
            {
                due = client.Time.Now + lifetime * RetryShare;
                if (failure is not AcrException { IsTransient: true } || due >= expiresOn())
                {
                    client.Log.LogError("Token {Token} is good until {ExpiresOn:u} only. {Failure:l}", token, expiresOn(), failure.Message);
                    return;
                }

                client.Log.LogWarning("Token {Token} was not renewed yet. {Failure:l}", token, failure.Message);
            }
        }
    }

    private async Task<bool> IsDueAsync(DateTimeOffset due, Task over)
    {
        while (true)
        {
            var left = due - client.Time.Now;
            if (left <= TimeSpan.Zero)
                return !over.IsCompleted;

            try
            {
                await over.WaitAsync(left < LongestWait ? left : LongestWait, client.Clock).ConfigureAwait(false);
                return false;
            }
            catch (TimeoutException)
            {
                // due, or still too early
            }
        }
    }
}
