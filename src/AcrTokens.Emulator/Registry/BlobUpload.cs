namespace AcrTokens.Emulator.Registry;

/// <summary>An unfinished upload.</summary>
internal sealed class BlobUpload
{
    private readonly Lock gate = new();
    private readonly List<byte[]> chunks = [];
    private long length;

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>
    /// The received bytes, as a <c>Range</c> header. Zero bytes and one byte look the same: the specification has no better form.
    /// </summary>
    public string Range
    {
        get
        {
            lock (gate)
            {
                return $"0-{Math.Max(0, length - 1)}";
            }
        }
    }

    /// <summary>Appends a chunk. Returns false if it does not start at the end of the received bytes.</summary>
    public bool TryAppend(byte[] chunk, long? start)
    {
        lock (gate)
        {
            if (start is { } from && from != length)
            {
                return false;
            }

            chunks.Add(chunk);
            length += chunk.Length;
            return true;
        }
    }

    public byte[] ToArray()
    {
        lock (gate)
        {
            var bytes = new byte[length];
            var end = 0;
            foreach (var chunk in chunks)
            {
                chunk.CopyTo(bytes, end);
                end += chunk.Length;
            }

            return bytes;
        }
    }
}
