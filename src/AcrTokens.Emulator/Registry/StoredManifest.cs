namespace AcrTokens.Emulator.Registry;

/// <summary>A manifest as it was pushed, byte for byte.</summary>
internal sealed record StoredManifest(string MediaType, byte[] Bytes)
{
    public string Digest { get; } = Registry.Digest.Of(Bytes);
}
