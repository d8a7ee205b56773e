using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Emulator.Registry.Blobs;

/// <summary>
/// A finished blob: in memory if it is small, or else in a file without a name. Repositories share it by mounting. The file's space is free again
/// when the last repository and the last reader have released it.
/// </summary>
internal sealed class Blob
{
    /// <summary>The most that one read of a file asks for.</summary>
    private const int ReadSize = 256 * 1024;

    private readonly ReadOnlyMemory<byte> memory;
    private readonly SafeFileHandle? file;
    private int holders = 1;

    public Blob(ReadOnlyMemory<byte> memory)
    {
        this.memory = memory;
        Length = memory.Length;
    }

    public Blob(SafeFileHandle file, long length)
    {
        this.file = file;
        Length = length;
    }

    public long Length { get; }

    /// <summary>Adds a holder. Returns false if the last one has released the blob in the meantime.</summary>
    public bool TryHold()
    {
        for (var seen = Volatile.Read(ref holders); seen > 0; )
        {
            var before = Interlocked.CompareExchange(ref holders, seen + 1, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            file?.Dispose();
        }
    }

    /// <summary>Reads a blob that is small enough for a manifest's config; null if it is larger, or gone.</summary>
    public byte[]? Read()
    {
        if (Length > ManifestsApi.Most || !TryHold())
        {
            return null;
        }

        try
        {
            var bytes = new byte[Length];
            if (file is null)
            {
                memory.CopyTo(bytes);
            }
            else if (RandomAccess.Read(file, bytes, 0) != bytes.Length)
            {
                return null;
            }

            return bytes;
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Reads a file straight into the response's own buffers.</summary>
    public async Task WriteTo(PipeWriter response, long start, long count, CancellationToken ct)
    {
        if (file is null)
        {
            await response.WriteAsync(memory.Slice((int)start, (int)count), ct);
            return;
        }

        for (var end = start + count; start < end; )
        {
            var buffer = response.GetMemory((int)Math.Min(ReadSize, end - start));
            start += Fill(file, buffer.Span[..(int)Math.Min(buffer.Length, end - start)], start, response);
            await response.FlushAsync(ct);
        }
    }

    private static int Fill(SafeFileHandle file, Span<byte> buffer, long start, PipeWriter response)
    {
        var read = RandomAccess.Read(file, buffer, start);
        response.Advance(read);
        return read > 0 ? read : throw new EndOfStreamException();
    }
}
