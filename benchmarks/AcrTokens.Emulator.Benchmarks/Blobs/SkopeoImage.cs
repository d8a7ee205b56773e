using System.Diagnostics;
using System.Text;

namespace AcrTokens.Emulator.Benchmarks.Blobs;

/// <summary>An image with one layer in a folder, which skopeo pushes and pulls.</summary>
internal sealed class SkopeoImage : IDisposable
{
    private const string Manifest = "application/vnd.docker.distribution.manifest.v2+json";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("benchmark-image-");

    public static async Task<SkopeoImage> CreateAsync(Layer layer)
    {
        var image = new SkopeoImage();
        var config = """{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}""";
        var digest = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(config)));
        await image.WriteAsync("version", "Directory Transport Version: 1.1\n");
        await image.WriteAsync(digest[7..], config);
        await image.WriteAsync(
            "manifest.json",
            $$"""
            {"schemaVersion":2,"mediaType":"{{Manifest}}",
             "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":{{config.Length}},"digest":"{{digest}}"},
             "layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":{{layer.Length}},"digest":"{{layer.Digest}}"}]}
            """
        );
        await using var file = File.Create(image.PathOf(layer.Digest[7..]));
        await layer.WriteAsync(file, layer.Length);
        return image;
    }

    public Task PushAsync(RegistryProcess registry, string tag) =>
        RunAsync([.. registry.SkopeoLogin("dest"), "--dest-tls-verify=false", $"dir:{folder.FullName}", Name(registry, tag)]);

    public async Task PullAsync(RegistryProcess registry, string tag)
    {
        var target = folder.CreateSubdirectory("pulled");
        await RunAsync([.. registry.SkopeoLogin("src"), "--src-tls-verify=false", Name(registry, tag), $"dir:{target.FullName}"]);
        target.Delete(recursive: true);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Name(RegistryProcess registry, string tag) => $"docker://{registry.Address.Authority}/samples/app:{tag}";

    private static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("skopeo", ["--insecure-policy", "copy", "--quiet", "--preserve-digests", .. arguments])
            {
                RedirectStandardError = true,
            }
        )!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("skopeo: " + error);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(PathOf(name), text);
}
