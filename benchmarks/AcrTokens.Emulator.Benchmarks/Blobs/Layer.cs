using System.Security.Cryptography;

namespace AcrTokens.Emulator.Benchmarks.Blobs;

/// <summary>A layer of random bytes that begins like a gzip file, so that clients do not compress it. It repeats one piece.</summary>
internal sealed class Layer
{
    private const int PieceSize = 1024 * 1024;

    private readonly byte[] piece = new byte[PieceSize];

    public Layer(long length)
    {
        Length = length;
        RandomNumberGenerator.Fill(piece);
        piece[0] = 0x1f;
        piece[1] = 0x8b;
        piece[2] = 0x08;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var left = length; left > 0; left -= PieceSize)
        {
            hash.AppendData(piece.AsSpan(0, (int)Math.Min(left, PieceSize)));
        }

        Digest = "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public long Length { get; }

    public string Digest { get; }

    /// <summary>Writes a part of the layer, which starts and ends with a piece or with the layer.</summary>
    public async Task WriteAsync(Stream target, long length)
    {
        for (var left = length; left > 0; left -= PieceSize)
        {
            await target.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, PieceSize)));
        }
    }
}
