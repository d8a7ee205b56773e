using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>A response as the SDK returns it.</summary>
internal sealed class SdkResponse(int status, byte[] content, IReadOnlyDictionary<string, string> headers) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; } = new MemoryStream(content, 0, content.Length, false, true);

    public override string ClientRequestId { get; set; } = "";

    public static async Task<SdkResponse> ReadAsync(HttpResponseMessage message, CancellationToken cancellationToken) =>
        new(
            (int)message.StatusCode,
            await message.Content.ReadAsByteArrayAsync(cancellationToken),
            message.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase)
        );

    public override void Dispose() { }

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(h => new HttpHeader(h.Key, h.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
