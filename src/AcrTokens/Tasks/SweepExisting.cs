using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>Disables existing tokens that crashed builds left enabled. Their passwords have expired by then.</summary>
internal sealed class SweepExisting(AcrClient client, SweepRule rule)
{
    private int disabled;

    public int Disabled => disabled;

    public int Failed { get; private set; }

    public async Task RunAsync(IEnumerable<ResourceIdentifier> tokens, int degreeOfParallelism, CancellationToken cancellationToken)
    {
        var work = new BoundedWork(degreeOfParallelism, client.Log);
        await work.RunAsync(tokens.ToAsyncEnumerable(), token => DisableAsync(token, cancellationToken), cancellationToken).ConfigureAwait(false);
        Failed = work.Failed;
    }

    // Read again: a build may have generated a password meanwhile.
    private async Task DisableAsync(ResourceIdentifier token, CancellationToken cancellationToken)
    {
        if (
            await client.Executor.GetTokenIfExistsAsync(token, cancellationToken).ConfigureAwait(false) is not { } found
            || !rule.IsLeftEnabled(found)
        )
            return;

        await client.Executor.DisableAsync(token, cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref disabled);
        client.Log.LogInformation("Disabled token {Token}, whose passwords have expired", token.Name);
    }
}
