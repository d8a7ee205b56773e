using System.Text.Json;
using AcrTokens.Emulator.Control;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Live;

/// <summary>Server-sent events: what has changed, joined to four a second at most. The first has all there is.</summary>
internal sealed class LiveEvents(EmulatorState state, CancellationToken stopping)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private static readonly JsonSerializerOptions Format = new(ControlJson.Options) { WriteIndented = false, DefaultBufferSize = 128 * 1024 };

    public async Task WriteTo(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var timer = new PeriodicTimer(Interval, state.Clock);
        var feed = new LiveFeed(state);
        try
        {
            do
            {
                if (feed.Next() is { } update)
                {
                    await response.Body.WriteAsync("data: "u8.ToArray(), end.Token);
                    await JsonSerializer.SerializeAsync(response.Body, update, Format, end.Token);
                    await response.Body.WriteAsync("\n\n"u8.ToArray(), end.Token);
                    await response.Body.FlushAsync(end.Token);
                }
            } while (await timer.WaitForNextTickAsync(end.Token));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader has left, or the emulator ends.
        }
    }
}
