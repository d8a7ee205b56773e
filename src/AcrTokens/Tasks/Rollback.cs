using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace AcrTokens;

/// <summary>Ends what a failed mint has begun.</summary>
internal sealed class Rollback(AcrClient client, PendingMint pending)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <param name="id">The token.</param>
    /// <param name="failure">Why the mint failed.</param>
    /// <param name="end">Ends it; retried as a revocation is.</param>
    /// <param name="isWorthAnotherTry">Which failures are retried.</param>
    /// <exception cref="AcrException">It could not be ended; the message has both reasons.</exception>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever it is, what is left must be reported.")]
    public async Task RunAsync(
        ResourceIdentifier id,
        Exception failure,
        Func<CancellationToken, Task<TokenEnd>> end,
        Func<AcrException, bool> isWorthAnotherTry
    )
    {
        using var time = new EndTime(Timeout, client.Clock, client.ProcessEnd, CancellationToken.None);
        try
        {
            await TryAsync(end, isWorthAnotherTry, time.Token).ConfigureAwait(false);
        }
        catch (Exception rollback)
        {
            var reason = failure is OperationCanceledException ? "The mint was cancelled." : failure.Message;
            var left = AcrException.For(
                new AggregateException(failure, rollback),
                $"{reason} What was begun could not be rolled back: {AcrResourceIds.Describe(id)} {pending.State}. {rollback.Message}",
                null,
                id
            );
            pending.Fail(left);
            throw left;
        }
    }

    private async Task TryAsync(
        Func<CancellationToken, Task<TokenEnd>> end,
        Func<AcrException, bool> isWorthAnotherTry,
        CancellationToken cancellationToken
    )
    {
        var tries = new EndTries(client.Clock, Timeout);
        while (true)
        {
            try
            {
                await end(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (AcrException failure) when (isWorthAnotherTry(failure))
            {
                if (!await tries.PauseAsync(failure, cancellationToken).ConfigureAwait(false))
                    throw;
            }
        }
    }
}
