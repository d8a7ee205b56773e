namespace AcrTokens.Emulator.Registry;

/// <summary>An upload that is not finished.</summary>
internal sealed class BlobUpload
{
    private readonly Lock gate = new();
    private readonly List<byte[]> chunks = [];
    private long length;

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>
    /// What is here, as the <c>Range</c> header says it. Nothing and one byte look alike there; the specification has no better word.
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

    /// <summary>False where the chunk does not begin at the end of what is here.</summary>
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
