namespace AcrTokens.Emulator.Benchmarks.Live;

/// <summary>A plain reader of the events, which throws them away.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly HttpClient http;
    private readonly Task reading;

    private EventReader(HttpClient http, Stream events)
    {
        this.http = http;
        reading = ReadAsync(events);
    }

    /// <summary>Returns once it has read the first event, which has all there is.</summary>
    public static async Task<EventReader> StartAsync(AcrEmulator emulator)
    {
        var http = new HttpClient(emulator.CreateHandler()) { BaseAddress = emulator.RegistryEndpoint };
        http.DefaultRequestHeaders.Add("x-acr-emulator-key", emulator.ControlKey);
        var events = await http.GetStreamAsync(new Uri("/_emulator/events", UriKind.Relative));
        var buffer = new byte[64 * 1024];
        int read;
        do
        {
            read = await events.ReadAsync(buffer);
        } while (!buffer.AsSpan(0, read).EndsWith("\n\n"u8));
        return new EventReader(http, events);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await reading;
        http.Dispose();
        end.Dispose();
    }

    private async Task ReadAsync(Stream events)
    {
        try
        {
            await events.CopyToAsync(Stream.Null, end.Token);
        }
        catch (OperationCanceledException)
        {
            // It has read enough.
        }
    }
}
