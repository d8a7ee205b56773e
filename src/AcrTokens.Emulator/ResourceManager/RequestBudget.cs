using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>How much may still be asked: buckets for reads, writes and deletes, each beside one of 15 times the size for the whole subscription. The sizes are those of recorded headers, how fast they fill is assumed.</summary>
internal sealed class RequestBudget(TimeProvider clock, bool throttle)
{
    private const int GlobalFactor = 15;

    private readonly Kind reads = new("reads", new TokenBucket(250, 25, clock), new TokenBucket(250 * GlobalFactor, 25 * GlobalFactor, clock));
    private readonly Kind writes = new("writes", new TokenBucket(200, 10, clock), new TokenBucket(200 * GlobalFactor, 10 * GlobalFactor, clock));
    private readonly Kind deletes = new("deletes", new TokenBucket(200, 10, clock), new TokenBucket(200 * GlobalFactor, 10 * GlobalFactor, clock));

    /// <summary>Counts a request and says what is left. Without throttling every request is the first.</summary>
    public void Spend(HttpContext context)
    {
        var kind = context.Request.Method switch { "GET" or "HEAD" => reads, "DELETE" => deletes, _ => writes };
        var headers = context.Response.Headers;
        if (!throttle)
        {
            Tell(kind, kind.Own.Size - 1, kind.Global.Size - 1);
            return;
        }

        var left = kind.Own.TryTake();
        var globallyLeft = kind.Global.TryTake();
        if (left is null || globallyLeft is null)
        {
            headers.RetryAfter = Math.Max(kind.Own.SecondsToNext(), 1).ToString(CultureInfo.InvariantCulture);
            Tell(kind, left ?? 0, globallyLeft ?? 0);
            throw ArmErrors.Throttled(kind.Name);
        }

        Tell(kind, left.Value, globallyLeft.Value);

        void Tell(Kind of, int own, int global)
        {
            headers["x-ms-ratelimit-remaining-subscription-" + of.Name] = own.ToString(CultureInfo.InvariantCulture);
            headers["x-ms-ratelimit-remaining-subscription-global-" + of.Name] = global.ToString(CultureInfo.InvariantCulture);
        }
    }

    private sealed record Kind(string Name, TokenBucket Own, TokenBucket Global);
}
