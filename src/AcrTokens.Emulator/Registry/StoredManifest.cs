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
        annotations = (document["annotations"] as JsonObject)?.DeepClone();
    }

    public string MediaType { get; }

    public byte[] Bytes { get; }

    public string Digest { get; }

    /// <summary>The digest of the manifest that this one refers to; null for none.</summary>
    public string? Subject { get; }

    /// <summary>The kind of artifact: its own, or else the type of its config.</summary>
    public string? ArtifactType { get; }

    public static StoredManifest Of(string mediaType, JsonObject document) =>
        new(mediaType, Encoding.UTF8.GetBytes(WireJson.Write(document)), document);

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

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
