using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Disable, then delete, as often as it takes within the time that there is.</summary>
internal sealed class Revocation(AcrClient client, ResourceIdentifier id, DateTimeOffset expiresOn, bool keepDisabled)
{
    private const int MostTries = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);

    /// <param name="isEnabled">Whether there is anything to disable still.</param>
    /// <param name="onDisabled">Told once the token is disabled, also when deleting it fails then.</param>
    public async Task RunAsync(bool isEnabled, Action<DateTimeOffset> onDisabled)
    {
        using var budget = new CancellationTokenSource(client.RevokeTimeout, client.Clock);
        var isThere = true;
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (isEnabled)
                {
                    isThere = await client.Executor.DisableAsync(id, budget.Token).ConfigureAwait(false);
                    isEnabled = false;
                    onDisabled(client.Clock.GetUtcNow());
                }

                if (isThere && !keepDisabled)
                    await client.Executor.RemoveAsync(id, budget.Token).ConfigureAwait(false);
                return;
            }
            catch (AcrException failure) when (client.Clock.GetUtcNow() >= expiresOn)
            {
                client.Logger.LogWarning("Token {Token} expired before it could be revoked: {Failure}", id.Name, failure.Message);
                if (isEnabled)
                    onDisabled(expiresOn);
                return;
            }
            catch (AcrException failure) when (tries < MostTries && failure.IsTransient)
            {
                await PauseAsync(tries, failure, isEnabled, budget.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is AcrException or OperationCanceledException)
            {
                throw Failed(failure, tries, isEnabled);
            }
        }
    }

    // Twice as long each time, give or take a half, so that builds that failed together do not come back together.
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Nothing depends on it but the pause.")]
    private async Task PauseAsync(int tries, AcrException failure, bool isEnabled, CancellationToken cancellationToken)
    {
        var pause = FirstPause * Math.Pow(2, tries - 1) * (0.5 + Random.Shared.NextDouble());
        if (failure.RetryAfter > pause)
            pause = failure.RetryAfter.Value;
        try
        {
            await Task.Delay(pause, client.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Failed(failure, tries, isEnabled);
        }
    }

    private AcrException Failed(Exception failure, int tries, bool isEnabled)
    {
        var known = failure as AcrException;
        var left = isEnabled ? $"could not be revoked and is good until {expiresOn:u}" : "was disabled, but could not be deleted";
        var reason = known?.Message ?? $"there was no answer within {client.RevokeTimeout}.";
        return new AcrException($"Token '{id.Name}' {left}, after {tries} {(tries == 1 ? "try" : "tries")}. {reason}", failure)
        {
            Operation = "revoke token",
            Resource = id.ToString(),
            Status = known?.Status ?? 0,
            ServiceCode = known?.ServiceCode,
            RequestId = known?.RequestId,
        };
    }
}
