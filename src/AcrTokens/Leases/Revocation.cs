using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Disable, then delete, as often as it takes within the time that there is.</summary>
internal sealed class Revocation(AcrClient client, ResourceIdentifier id, DateTimeOffset expiresOn, bool keepDisabled)
{
    private const int MostTries = 6;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);

    /// <param name="isEnabled">Whether there is anything to disable still.</param>
    /// <param name="onDisabled">Told once the token cannot log in any more, also when deleting it fails then.</param>
    public async Task RunAsync(bool isEnabled, Action<DateTimeOffset> onDisabled)
    {
        using var timeout = new CancellationTokenSource(client.RevokeTimeout, client.Clock);
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, AcrTokenGuard.Deadline);
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (isEnabled)
                {
                    var isLeft = await EndAsync(budget.Token).ConfigureAwait(false);
                    isEnabled = false;
                    onDisabled(client.Clock.GetUtcNow());
                    if (!isLeft)
                        return;
                }

                if (!keepDisabled)
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

    // Returns whether the token is still there. One that cannot be disabled may still be deleted, which ends it as well:
    // so half of the time is kept for that.
    private async Task<bool> EndAsync(CancellationToken cancellationToken)
    {
        if (keepDisabled)
            return await client.Executor.DisableAsync(id, cancellationToken).ConfigureAwait(false);

        using var half = new CancellationTokenSource((AcrTokenGuard.Deadline.CanBeCanceled ? AcrTokenGuard.Longest : client.RevokeTimeout) / 2, client.Clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, half.Token);
        try
        {
            return await client.Executor.DisableAsync(id, patience.Token).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is AcrException || (refused is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            try
            {
                await client.Executor.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
                client.Logger.LogInformation("Token {Token} was deleted, since it could not be disabled: {Failure}", id.Name, refused.Message);
                return false;
            }
            catch (AcrException) when (refused is AcrException)
            {
                ExceptionDispatchInfo.Throw(refused);
                throw;
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
        // Time that ran out while the service throttled was spent on that.
        var known = failure as AcrException ?? failure.InnerException as AcrException;
        var left = isEnabled ? $"could not be revoked and is good until {expiresOn:u}" : "was disabled, but could not be deleted";
        var reason = string.Join(' ', new[] { failure is AcrException ? null : "There was no time left.", known?.Message }.OfType<string>());
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
