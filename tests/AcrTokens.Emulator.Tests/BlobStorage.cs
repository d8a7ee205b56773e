using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>What layers cost the emulator's process and its machine.</summary>
public sealed partial class BlobStorage : IAsyncLifetime, IDisposable
{
    private const int LayerLength = 256 * 1024 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acr-emulator-test-");
    private readonly HttpClient client = new();
    private Tool tool = null!;
    private Uri registry = null!;
    private string bearer = "";

    public async Task InitializeAsync()
    {
        var seed = Path.Combine(folder.FullName, "seed.json");
        await File.WriteAllTextAsync(
            seed,
            """
            {"registries":[{"name":"myregistry","tokens":[{"name":"builder","scopeMap":"_repositories_admin",
             "passwords":[{"name":"password1","value":"not-a-secret"}]}]}]}
            """
        );
        var temporary = folder.CreateSubdirectory("tmp").FullName;
        tool = await Tool.StartAsync(
            [("TMPDIR", temporary), ("TMP", temporary), ("TEMP", temporary)],
            "--arm-port",
            "0",
            "--registry-port",
            "0",
            "--seed",
            seed,
            "--ca-file",
            Path.Combine(folder.FullName, "ca.pem")
        );
        registry = new Uri(tool.Lines.Single(line => line.StartsWith("Registry ", StringComparison.Ordinal)).Split(' ')[^1]);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(registry, "/oauth2/token?scope=repository:samples/app:pull,push"));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("builder:not-a-secret"u8));
        bearer = (string)(await Answer.Of(await client.SendAsync(request))).Json["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
    }

    public async Task DisposeAsync()
    {
        await tool.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Large_layer_takes_little_memory_and_leaves_no_file_that_a_kill_could_leave()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < LayerLength / Zeros.Piece.Length; i++)
        {
            hash.AppendData(Zeros.Piece);
        }

        var digest = "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());

        using var zeros = new Zeros(LayerLength);
        using var put = await client.PostAsync(new Uri(registry, $"/v2/samples/app/blobs/uploads/?digest={digest}"), zeros);
        using var get = await client.GetAsync(new Uri(registry, $"/v2/samples/app/blobs/{digest}"), HttpCompletionOption.ResponseHeadersRead);
        await get.Content.CopyToAsync(Stream.Null);

        put.StatusCode.ShouldBe(HttpStatusCode.Created);
        get.Content.Headers.ContentLength.ShouldBe(LayerLength);
        if (OperatingSystem.IsLinux())
        {
            Directory.GetFiles(Path.Combine(folder.FullName, "tmp"), "acr-emulator-blob-*").ShouldBeEmpty();
            PeakMebibytes().ShouldBeLessThan(200);
        }
    }

    [Fact]
    public async Task Layer_above_the_limit_is_refused_before_it_is_sent()
    {
        var answer = await AnnounceAsync("/v2/samples/app/blobs/uploads/?digest=sha256:" + new string('0', 64), 200L * 1024 * 1024 * 1024 + 1);

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("the blob is too large. The registry takes 214748364800 bytes at most.");
    }

    [Fact]
    public async Task Layer_that_does_not_fit_on_the_disk_is_refused_before_it_is_sent()
    {
        var most = 200L * 1024 * 1024 * 1024;
        if (new DriveInfo(folder.FullName).AvailableFreeSpace >= most)
        {
            return;
        }

        var answer = await AnnounceAsync("/v2/samples/app/blobs/uploads/?digest=sha256:" + new string('0', 64), most);

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldMatch("the blob is too large. The folder for temporary files, .*[/\\\\]tmp[/\\\\]?, has \\d+ bytes left.");
    }

    [Fact]
    public async Task Manifest_above_the_limit_is_refused()
    {
        using var body = new ByteArrayContent(new byte[4 * 1024 * 1024 + 1]);
        using var put = await client.PutAsync(new Uri(registry, "/v2/samples/app/manifests/1"), body);
        var answer = await Answer.Of(put);

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        ((string?)answer.Json["errors"]![0]!["message"]).ShouldBe("the manifest is too large. The registry takes 4194304 bytes at most.");
    }

    [Fact]
    public async Task Any_other_body_above_the_server_s_limit_is_refused_in_the_surface_s_form()
    {
        var answer = await AnnounceAsync("/oauth2/token", 31_000_000);

        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("The request's body is too large.");
    }

    /// <summary>Sends the headers of a request with a body, and no body. Returns the response.</summary>
    private async Task<string> AnnounceAsync(string path, long length)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync("localhost", registry.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: {registry.Authority}\r\nAuthorization: Bearer {bearer}\r\n"
                    + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
            )
        );
        var buffer = new byte[64 * 1024];
        var text = "";
        while (!text.EndsWith("}\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var read)
        {
            text += Encoding.UTF8.GetString(buffer, 0, read);
        }

        return text;
    }

    private double PeakMebibytes() =>
        double.Parse(Peak().Match(File.ReadAllText($"/proc/{tool.Id}/status")).Groups[1].ValueSpan, CultureInfo.InvariantCulture) / 1024;

    [GeneratedRegex(@"VmHWM:\s+(\d+)")]
    private static partial Regex Peak();

    /// <summary>A request's body of zeros.</summary>
    private sealed class Zeros(long length) : HttpContent
    {
        public static byte[] Piece { get; } = new byte[1024 * 1024];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var left = length; left > 0; left -= Piece.Length)
            {
                await stream.WriteAsync(Piece);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
