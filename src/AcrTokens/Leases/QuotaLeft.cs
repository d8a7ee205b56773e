using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace AcrTokens;

/// <summary>The number of tokens that a registry can still hold, for leases that stay there.</summary>
internal static class QuotaLeft
{
    // A larger registry has hundreds of pages to count, and is rarely full.
    private const int WorthCounting = 500;

    /// <summary>A sentence with a leading space; empty if the number is unknown, or if there is no time to count.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The token is disabled: nothing that only adds to the news may undo that."
    )]
    public static async Task<string> DescribeAsync(AcrClient client, ResourceIdentifier registry, CancellationToken cancellationToken)
    {
        if (client.ProcessEnd.IsUnderWay)
            return "";

        try
        {
            if (
                TokenQuota.Of((await client.Executor.GetRegistryAsync(registry, cancellationToken).ConfigureAwait(false)).Sku)
                is not (<= WorthCounting and var quota)
            )
                return "";

            var unreadable = 0;
            var readable = await client
                .Executor.ListTokensAsync(registry, _ => Interlocked.Increment(ref unreadable), cancellationToken)
                .CountAsync(cancellationToken)
                .ConfigureAwait(false);
            return $" Registry '{registry.Name}' has {Math.Max(quota - readable - unreadable, 0)} of its {quota} places for tokens left.";
        }
        catch (Exception)
        {
            return "";
        }
    }
}
