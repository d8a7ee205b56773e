using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;

namespace AcrTokens.Emulator.Registry;

/// <summary>A manifest as it was pushed, byte for byte, and what its document says of other manifests.</summary>
internal sealed class StoredManifest
{
    private readonly JsonNode? annotations;

    public StoredManifest(string mediaType, byte[] bytes, JsonObject document)
    {
        MediaType = mediaType;
        Bytes = bytes;
        Digest = Registry.Digest.Of(bytes);
        Subject = Text((document["subject"] as JsonObject)?["digest"]);
        ArtifactType = Text(document["artifactType"]) ?? Text((document["config"] as JsonObject)?["mediaType"]);
        ConfigDigest = Text((document["config"] as JsonObject)?["digest"]);
        ContentSize = bytes.Length + Size(document["config"]) + ((document["layers"] as JsonArray)?.Sum(Size) ?? 0);
        References = [.. (document["manifests"] as JsonArray ?? []).OfType<JsonObject>().Select(Refer)];
        annotations = (document["annotations"] as JsonObject)?.DeepClone();
    }

    public string MediaType { get; }

    public byte[] Bytes { get; }

    public string Digest { get; }

    /// <summary>The digest of the manifest that this one refers to; null for none.</summary>
    public string? Subject { get; }

    /// <summary>The kind of artifact: its own, or else the type of its config.</summary>
    public string? ArtifactType { get; }

    public string? ConfigDigest { get; }

    /// <summary>The size of the manifest, its config and its layers, by its own word.</summary>
    public long ContentSize { get; }

    /// <summary>The manifests of an index.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Creates a manifest that nobody pushed. It is read back, since a document that was only built holds numbers of other types.</summary>
    public static StoredManifest Of(string mediaType, JsonObject document)
    {
        var bytes = Encoding.UTF8.GetBytes(WireJson.Write(document));
        return new StoredManifest(mediaType, bytes, (JsonObject)WireJson.Parse(bytes)!);
    }

    public JsonObject Descriptor()
    {
        var descriptor = new JsonObject
        {
            ["mediaType"] = MediaType,
            ["digest"] = Digest,
            ["size"] = Bytes.Length,
        };
        if (ArtifactType is not null)
        {
            descriptor["artifactType"] = ArtifactType;
        }

        if (annotations is not null)
        {
            descriptor["annotations"] = annotations.DeepClone();
        }

        return descriptor;
    }

    private static Reference Refer(JsonObject descriptor) =>
        new(
            Text(descriptor["digest"]) ?? "",
            Text((descriptor["platform"] as JsonObject)?["architecture"]),
            Text((descriptor["platform"] as JsonObject)?["os"])
        );

    private static long Size(JsonNode? descriptor) =>
        (descriptor as JsonObject)?["size"] is JsonValue value && value.TryGetValue(out long size) && size is > 0 and < long.MaxValue / 2048
            ? size
            : 0;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    /// <summary>A manifest of an index, and the platform that it is for.</summary>
    internal sealed record Reference(string Digest, string? Architecture, string? System);
}
