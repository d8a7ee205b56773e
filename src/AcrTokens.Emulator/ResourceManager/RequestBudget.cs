using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>
/// The budgets for requests: buckets for reads, writes and deletes. Each principal has a set, and all principals of the subscription share
/// one of 15 times the size. Sizes and refill rates are as Microsoft documents them. Recorded headers show the same sizes.
/// </summary>
internal sealed class RequestBudget(TimeProvider clock, bool throttle)
{
    private const int GlobalFactor = 15;

    private static readonly IReadOnlyList<Kind> Kinds = [new("reads", 250, 25), new("writes", 200, 10), new("deletes", 200, 10)];

    private readonly ConcurrentDictionary<(string Kind, string Principal), TokenBucket> own = new();
    private readonly Dictionary<string, TokenBucket> global = Kinds.ToDictionary(kind => kind.Name, kind => kind.NewBucket(clock, GlobalFactor));

    /// <summary>Counts a principal's request, and sends what is left. Without throttling every request counts as the first.</summary>
    public void Spend(HttpContext context, string principal)
    {
        var kind = Kinds[
            context.Request.Method switch
            {
                "GET" or "HEAD" => 0,
                "DELETE" => 2,
                _ => 1,
            }
        ];
        if (!throttle)
        {
            Tell(kind.Size - 1, (kind.Size * GlobalFactor) - 1);
            return;
        }

        TokenBucket mine = own.GetOrAdd((kind.Name, principal), _ => kind.NewBucket(clock)),
            all = global[kind.Name];
        var left = mine.TryTake();
        // A principal over its own budget takes nothing from the shared one.
        var globallyLeft = left is null ? all.Left() : all.TryTake();
        Tell(left ?? 0, globallyLeft ?? 0);
        if (left is null || globallyLeft is null)
        {
            context.Response.Headers.RetryAfter = Math.Max(left is null ? mine.SecondsToNext() : all.SecondsToNext(), 1)
                .ToString(CultureInfo.InvariantCulture);
            throw ArmRefusals.Throttled(kind.Name);
        }

        void Tell(int ofOwn, int ofAll)
        {
            context.Response.Headers["x-ms-ratelimit-remaining-subscription-" + kind.Name] = ofOwn.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["x-ms-ratelimit-remaining-subscription-global-" + kind.Name] = ofAll.ToString(CultureInfo.InvariantCulture);
        }
    }

    private sealed record Kind(string Name, int Size, int RefillPerSecond)
    {
        public TokenBucket NewBucket(TimeProvider clock, int times = 1) => new(Size * times, RefillPerSecond * times, clock);
    }
}
