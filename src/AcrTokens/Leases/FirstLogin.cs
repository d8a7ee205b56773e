using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Waits until the registry accepts a lease's password. One that replaces another takes up to a minute, says Azure's documentation.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="time">How long to wait at most; zero does not try.</param>
internal sealed class FirstLogin(AcrClient client, TimeSpan time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <exception cref="AcrException">The registry still refuses the password, or could not be asked.</exception>
    public async Task AwaitAsync(AcrTokenLease lease, CancellationToken cancellationToken)
    {
        if (time <= TimeSpan.Zero)
            return;

        var began = client.Clock.GetTimestamp();
        var pause = FirstPause;
        while (!await CanLogInAsync(lease, cancellationToken).ConfigureAwait(false))
        {
            var left = time - client.Clock.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                throw AsAsked.Failed(
                    new ResourceIdentifier(lease.ResourceId),
                    $"after {time} the registry still refuses its password (SetLoginWait)."
                );
            if (pause == FirstPause)
                client.Log.LogInformation("Waiting until the registry accepts the password of token {Token}", lease.Name);
            await Task.Delay(left < pause ? left : pause, client.Clock, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static Task<bool> CanLogInAsync(AcrTokenLease lease, CancellationToken cancellationToken) =>
        lease.IsOver
            ? throw AsAsked.Failed(new ResourceIdentifier(lease.ResourceId), "it was revoked meanwhile.")
            : lease.CanLogInAsync(cancellationToken);
}
