using System.Net;

namespace AcrTokens.Emulator.Benchmarks.Blobs;

/// <summary>A request's body: a layer, or a part of it.</summary>
internal sealed class LayerContent : HttpContent
{
    private readonly Layer layer;
    private readonly long length;

    public LayerContent(Layer layer, long length)
    {
        this.layer = layer;
        this.length = length;
        Headers.ContentType = new("application/octet-stream");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => layer.WriteAsync(stream, length);

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
