using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Benchmarks.Blobs;

/// <summary>A plain client of one registry.</summary>
internal sealed class BlobClient : IDisposable
{
    private static readonly Uri Uploads = new("/v2/samples/app/blobs/uploads/", UriKind.Relative);

    private readonly HttpClient http;

    public BlobClient(Uri address) => http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    public async Task LogInAsync(string user, string password)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/oauth2/token?service={http.BaseAddress!.Authority}&scope=repository:samples/app:pull,push,delete"
        );
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        using var answer = await http.SendAsync(request);
        var token = (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Pushes a layer in one PUT.</summary>
    public async Task PushAsync(Layer layer) => await PutAsync(await BeginAsync(), layer, layer.Length);

    /// <summary>Pushes a layer in chunks.</summary>
    public async Task PushAsync(Layer layer, long chunk)
    {
        var location = await BeginAsync();
        for (long start = 0; start < layer.Length; start += chunk)
        {
            var length = Math.Min(chunk, layer.Length - start);
            using var request = new HttpRequestMessage(HttpMethod.Patch, location) { Content = new LayerContent(layer, length) };
            request.Content.Headers.TryAddWithoutValidation("Content-Range", $"{start}-{start + length - 1}");
            using var answer = await http.SendAsync(request);
            location = answer.EnsureSuccessStatusCode().Headers.Location!;
        }

        await PutAsync(location, layer, 0);
    }

    /// <summary>Pulls a layer, and throws it away.</summary>
    public async Task PullAsync(Layer layer)
    {
        using var answer = await http.GetAsync(
            new Uri($"/v2/samples/app/blobs/{layer.Digest}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[1024 * 1024];
        long total = 0;
        for (int read; (read = await body.ReadAsync(buffer)) > 0; )
        {
            total += read;
        }

        if (total != layer.Length)
        {
            throw new InvalidDataException($"{total} bytes of {layer.Length} came.");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Uri> BeginAsync()
    {
        using var answer = await http.PostAsync(Uploads, null);
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    private async Task PutAsync(Uri location, Layer layer, long length)
    {
        var address = location.OriginalString + (location.OriginalString.Contains('?', StringComparison.Ordinal) ? "&" : "?");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{address}digest={layer.Digest}") { Content = new LayerContent(layer, length) };
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
