using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace AcrTokens;

/// <summary>How many tokens a registry can still hold, for who leaves one there.</summary>
internal static class QuotaLeft
{
    // Of a larger one nobody counts hundreds of pages, and nobody is short of places.
    private const int WorthCounting = 500;

    /// <summary>A sentence with a space before it; empty where it is not known, or there is no time to ask.</summary>
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
