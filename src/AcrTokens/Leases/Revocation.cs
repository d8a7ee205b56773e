using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Disables and deletes a token, with retries within a time limit: for a lease, and for a token known by name. An existing token loses the lease's
/// password instead.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="id">The token.</param>
/// <param name="keepDisabled">Whether to keep the token, disabled.</param>
/// <param name="expiresOn">When the last password expires, as the service reported it; a renewal under way may change it. Null if unknown: a name's
/// expiry is only a hint.</param>
internal sealed class Revocation(AcrClient client, ResourceIdentifier id, bool keepDisabled, Func<DateTimeOffset>? expiresOn = null)
{
    private DateTimeOffset? ExpiresOn => expiresOn?.Invoke();

    /// <summary>The passwords to remove from a token that stays. Null disables and deletes the token.</summary>
    public OwnPasswords? Own { get; init; }

    private bool IsKept => keepDisabled || Own is not null;

    /// <param name="isEnabled">Whether the token still has to be disabled.</param>
    /// <param name="onDisabled">Called once the token cannot log in, even if the delete fails afterwards.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>What became of the token.</returns>
    public Task<TokenEnd> RunAsync(bool isEnabled, Action<DateTimeOffset> onDisabled, CancellationToken cancellationToken) =>
        TokenOperation.RunAsync("revoke", client, id.Name, operation => RunAsync(operation, isEnabled, onDisabled, cancellationToken));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever it is, what is left must be reported.")]
    private async Task<TokenEnd> RunAsync(
        TokenOperation operation,
        bool isEnabled,
        Action<DateTimeOffset> onDisabled,
        CancellationToken cancellationToken
    )
    {
        operation.Registry = id.Parent!.Name;
        using var budget = new EndTime(client.RevokeTimeout, client.Clock, client.ProcessEnd, cancellationToken);
        var tries = new EndTries(client.Clock, client.RevokeTimeout);
        while (true)
        {
            try
            {
                if (isEnabled)
                {
                    var end = await EndAsync(budget.Token).ConfigureAwait(false);
                    isEnabled = false;
                    onDisabled(client.Time.Now);
                    if (end != TokenEnd.Disabled)
                        return end;
                }

                if (IsKept)
                    return TokenEnd.Disabled;
                await client.Executor.RemoveAsync(id, budget.Token).ConfigureAwait(false);
                return TokenEnd.Deleted;
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (AcrException failure) when (HasExpired)
            {
                client.Log.LogWarning("Token {Token} expired before it could be revoked: {Failure}", id.Name, failure.Message);
                if (isEnabled)
                    onDisabled(ExpiresOn!.Value);
                return TokenEnd.Expired;
            }
            catch (AcrException kept) when (!isEnabled && kept.Keeper is not null)
            {
                await WarnKeptAsync(client, id, kept, budget.Token).ConfigureAwait(false);
                return TokenEnd.Disabled;
            }
            catch (AcrException failure) when (Own is null ? failure.IsTransient : PasswordRelease.IsWorthAnotherTry(failure))
            {
                if (!await tries.PauseAsync(failure, budget.Token).ConfigureAwait(false))
                    throw Failed(failure, tries.Number, isEnabled);
                operation.Set("acr.retries", tries.Number - 1);
            }
            catch (Exception failure)
            {
                throw Failed(failure, tries.Number, isEnabled);
            }
        }
    }

    /// <summary>Logs that a disabled token stays in the registry: nobody can log in with it.</summary>
    /// <param name="client">The client.</param>
    /// <param name="id">The token.</param>
    /// <param name="kept">The refusal of the delete.</param>
    /// <param name="cancellationToken">Cancels the look at the quota.</param>
    public static async Task WarnKeptAsync(AcrClient client, ResourceIdentifier id, AcrException kept, CancellationToken cancellationToken)
    {
        var places = await QuotaLeft.DescribeAsync(client, id.Parent!, cancellationToken).ConfigureAwait(false);
        client.Log.LogWarning(
            "Token {Token} was disabled, but {Keeper:l} keeps it from being deleted: EnableKeepDisabled does not try to.{Places:l} {Failure:l}",
            id.Name,
            kept.Keeper,
            places,
            kept.Message
        );
    }

    private bool HasExpired => client.Time.Now >= ExpiresOn;

    // A token that cannot be disabled may still be deleted, which ends it too: half of the time is kept for that.
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever kept it from being disabled, deleting it ends it."
    )]
    private async Task<TokenEnd> EndAsync(CancellationToken cancellationToken)
    {
        if (Own is not null)
            return await new PasswordRelease(client, id, Own).RunAsync(cancellationToken).ConfigureAwait(false);
        if (keepDisabled)
            return await client.Executor.DisableAsync(id, cancellationToken).ConfigureAwait(false);

        using var half = new EndTime(client.RevokeTimeout, client.Clock, client.ProcessEnd, cancellationToken, share: 0.5);
        Exception refused;
        try
        {
            return await client.Executor.DisableAsync(id, half.Token).ConfigureAwait(false);
        }
        // The service cannot be reached, and that will not change: the delete would fail too.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is not AcrException { Status: 0, IsTransient: false })
        {
            refused = failure;
        }

        try
        {
            await client.Executor.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (AcrException failure) when (refused is AcrException known && (known.IsTransient || !failure.IsTransient))
        {
            ExceptionDispatchInfo.Throw(refused);
        }

        client.Log.LogInformation("Token {Token} was deleted, since it could not be disabled: {Failure}", id.Name, refused.Message);
        return TokenEnd.Deleted;
    }

    private AcrException Failed(Exception failure, int tries, bool isEnabled)
    {
        var left = isEnabled ? OpenState.Enabled(ExpiresOn) : OpenState.Disabled;
        // If the time ran out during throttling, says so.
        var reason =
            failure is OperationCanceledException ? $"There was no time left. {AcrException.In(failure)?.Message}".TrimEnd() : failure.Message;
        return AcrException.For(failure, $"Token '{id.Name}' {left}, after {tries} {(tries == 1 ? "try" : "tries")}. {reason}", "revoke token", id);
    }
}
