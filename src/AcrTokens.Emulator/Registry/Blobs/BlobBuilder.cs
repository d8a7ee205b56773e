using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace AcrTokens.Emulator.Registry.Blobs;

/// <summary>Collects the bytes of a blob, and hashes them as they come. Used by one request at a time.</summary>
internal sealed class BlobBuilder : IDisposable
{
    /// <summary>The largest blob that stays in memory.</summary>
    public const int Small = 64 * 1024;

    /// <summary>Azure's documented limit of a layer.</summary>
    public const long Most = 200L * 1024 * 1024 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] memory = [];
    private SafeFileHandle? file;

    public long Length { get; private set; }

    /// <summary>Appends a request's body. If the body breaks off, the bytes before that stay.</summary>
    /// <param name="body">The body.</param>
    /// <param name="announced">The body's length; null if it is not known.</param>
    /// <param name="ct">Cancels the append.</param>
    public async Task Append(PipeReader body, long? announced, CancellationToken ct)
    {
        CheckRoom(announced ?? 0);
        for (var completed = false; !completed; )
        {
            var read = await body.ReadAsync(ct);
            CheckRoom(0, read.Buffer.Length);
            Append(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            completed = read.IsCompleted;
        }
    }

    /// <summary>Ends the blob. Returns null if it is not the announced one.</summary>
    public Blob? Finish(string announced)
    {
        if (Digest.Of(hash) != announced)
        {
            return null;
        }

        var finished = file is null ? new Blob(memory.AsMemory(0, (int)Length)) : new Blob(file, Length);
        file = null;
        return finished;
    }

    public void Dispose()
    {
        hash.Dispose();
        file?.Dispose();
    }

    private void Append(in ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
        {
            hash.AppendData(segment.Span);
        }

        if (file is null && Length + bytes.Length <= Small)
        {
            Array.Resize(ref memory, (int)(Length + bytes.Length));
            bytes.CopyTo(memory.AsSpan((int)Length));
        }
        else
        {
            Write(bytes);
        }

        Length += bytes.Length;
    }

    private void Write(in ReadOnlySequence<byte> bytes)
    {
        try
        {
            if (file is null)
            {
                file = NamelessFile.Open();
                RandomAccess.Write(file, memory.AsSpan(0, (int)Length), 0);
                memory = [];
            }

            // The system buffers the write. Waiting for it here costs less than a change of threads for each piece.
            RandomAccess.Write(file, bytes.IsSingleSegment ? [bytes.First] : Segments(bytes), Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FolderRefuses(exception);
        }
    }

    private static List<ReadOnlyMemory<byte>> Segments(in ReadOnlySequence<byte> bytes)
    {
        List<ReadOnlyMemory<byte>> segments = [];
        foreach (var segment in bytes)
        {
            segments.Add(segment);
        }

        return segments;
    }

    private void CheckRoom(long announced, long received = 0)
    {
        if (Length + Math.Max(announced, received) > Most)
        {
            throw RegistryErrors.NoRoom($"The registry takes {Most} bytes at most.");
        }

        if (announced > Small && FreeSpace() is var free && announced > free)
        {
            throw RegistryErrors.NoRoom($"The folder for temporary files, {NamelessFile.Folder}, has {free} bytes left.");
        }
    }

    private static long FreeSpace()
    {
        try
        {
            return NamelessFile.FreeSpace();
        }
        catch (IOException exception)
        {
            throw FolderRefuses(exception);
        }
    }

    private static RegistryException FolderRefuses(Exception why) =>
        RegistryErrors.NoRoom($"The folder for temporary files, {NamelessFile.Folder}, does not take it: {why.Message}");
}
