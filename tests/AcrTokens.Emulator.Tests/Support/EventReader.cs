using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>A reader of the live page's events.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly StreamReader lines;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        this.response = response;
        lines = new StreamReader(stream);
    }

    public static async Task<EventReader> OpenAsync(HttpClient client, AcrEmulator emulator)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(emulator.ResourceManagerEndpoint, "_emulator/events"));
        request.Headers.Add("x-acr-emulator-key", emulator.ControlKey);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new EventReader(response, await response.Content.ReadAsStreamAsync());
    }

    public async Task<JsonNode> NextAsync()
    {
        var line = (await lines.ReadLineAsync())!;
        line.ShouldStartWith("data: ");
        (await lines.ReadLineAsync()).ShouldBe("");
        return JsonNode.Parse(line["data: ".Length..])!;
    }

    public async Task<bool> IsOverAsync()
    {
        try
        {
            return await lines.ReadLineAsync() is null;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
