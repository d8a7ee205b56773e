using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Seeds : InProcess
{
    [Fact]
    public async Task Base_image_is_a_whole_linux_image_with_an_empty_layer()
    {
        var bearer = await Registry.Bearer("builder", await Arm.Mint("builder", "_repositories_pull"), "repository:dotnet/runtime:pull");

        var manifest = await Registry.Get("/v2/dotnet/runtime/manifests/10.0", bearer);
        var config = await Blob(manifest.Json["config"]!);
        var layer = await Blob(manifest.Json["layers"]!.AsArray().ShouldHaveSingleItem()!);
        using var tar = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(layer.Bytes.ToArray()), CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(tar);
        }

        ((string?)config.Json["os"]).ShouldBe("linux");
        ((string?)config.Json["architecture"]).ShouldBe("amd64");
        ((string?)config.Json["rootfs"]!["diff_ids"]![0]).ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(tar.ToArray())));
        tar.Position = 0;
        await using var reader = new TarReader(tar);
        (await reader.GetNextEntryAsync()).ShouldBeNull();

        async Task<Answer> Blob(System.Text.Json.Nodes.JsonNode descriptor)
        {
            var blob = await Registry.Get($"/v2/dotnet/runtime/blobs/{descriptor["digest"]}", bearer);
            ((int?)descriptor["size"]).ShouldBe(blob.Bytes.Length);
            ((string?)descriptor["digest"]).ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(blob.Bytes.Span)));
            return blob;
        }
    }
}
