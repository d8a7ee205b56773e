using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.Registry.Blobs;

namespace AcrTokens.Emulator.Registry;

/// <summary>The base image that exists from the start: linux/amd64, with one empty layer. It cannot run, but images can be built on it.</summary>
internal static class SeedImage
{
    public const string Repository = "dotnet/runtime";
    public const string Tag = "10.0";

    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string ConfigType = "application/vnd.oci.image.config.v1+json";
    private const string LayerType = "application/vnd.oci.image.layer.v1.tar+gzip";

    public static void AddTo(RegistryContent content)
    {
        // Two zero blocks: an empty tar archive.
        var tar = new byte[1024];
        var layer = Compress(tar);
        var config = Encoding.UTF8.GetBytes(WireJson.Write(Config(Digest.Of(tar))));
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["config"] = Descriptor(ConfigType, config),
            ["layers"] = new JsonArray(Descriptor(LayerType, layer)),
        };

        var repository = content.FindOrAdd(Repository);
        repository.AddBlob(Digest.Of(layer), new Blob(layer));
        repository.AddBlob(Digest.Of(config), new Blob(config));
        repository.Images.Add(StoredManifest.Of(ManifestType, manifest), Tag);
    }

    private static JsonObject Config(string diffId) =>
        new()
        {
            ["architecture"] = "amd64",
            ["os"] = "linux",
            ["config"] = new JsonObject { ["Env"] = new JsonArray("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin") },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(diffId) },
            ["history"] = new JsonArray(new JsonObject { ["created_by"] = "AcrTokens.Emulator" }),
        };

    private static JsonObject Descriptor(string mediaType, byte[] bytes) =>
        new()
        {
            ["mediaType"] = mediaType,
            ["digest"] = Digest.Of(bytes),
            ["size"] = bytes.Length,
        };

    private static byte[] Compress(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return memory.ToArray();
    }
}
