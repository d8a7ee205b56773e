using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>Blobs too large for memory, and their parts.</summary>
public class LargeBlobs : InRepository
{
    private static readonly byte[] Large = RandomNumberGenerator.GetBytes(300_000);

    private static readonly string LargeDigest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Large));

    [Theory]
    [InlineData(300_000)]
    [InlineData(1_000)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    public async Task Blob_in_chunks_is_pulled_byte_for_byte(int chunk)
    {
        var location = (await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/", Bearer)).Header("Location")!;
        for (var start = 0; start < Large.Length; start += chunk)
        {
            var patch = await Send(HttpMethod.Patch, location, Large.AsMemory(start, Math.Min(chunk, Large.Length - start)));
            patch.Status.ShouldBe(HttpStatusCode.Accepted);
            location = patch.Header("Location")!;
        }

        (await Registry.Send(HttpMethod.Put, $"{location}&digest={LargeDigest}", Bearer)).Status.ShouldBe(HttpStatusCode.Created);

        (await Registry.Get($"{App}/blobs/{LargeDigest}", Bearer)).Bytes.Span.SequenceEqual(Large).ShouldBeTrue();
    }

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=65530-65545", 65_530, 16)]
    [InlineData("bytes=299990-", 299_990, 10)]
    [InlineData("bytes=299990-400000", 299_990, 10)]
    [InlineData("bytes=-10", 299_990, 10)]
    [InlineData("bytes=-400000", 0, 300_000)]
    public async Task Part_is_announced_and_pulled(string range, int start, int count)
    {
        await PushLarge();

        var head = await Send(HttpMethod.Head, $"{App}/blobs/{LargeDigest}", range: range);
        var get = await Send(HttpMethod.Get, $"{App}/blobs/{LargeDigest}", range: range);

        foreach (var answer in new[] { head, get })
        {
            answer.Status.ShouldBe(HttpStatusCode.PartialContent);
            answer.Header("Content-Range").ShouldBe($"bytes {start}-{start + count - 1}/300000");
            answer.Header("Content-Length").ShouldBe($"{count}");
            answer.Header("Accept-Ranges").ShouldBe("bytes");
            answer.Header("Docker-Content-Digest").ShouldBe(LargeDigest);
        }

        get.Bytes.Span.SequenceEqual(Large.AsSpan(start, count)).ShouldBeTrue();
        head.Bytes.Length.ShouldBe(0);
    }

    [Theory]
    [InlineData("bytes=300000-")]
    [InlineData("bytes=-0")]
    public async Task Part_that_the_blob_lacks_is_refused(string range)
    {
        await PushLarge();

        var get = await Send(HttpMethod.Get, $"{App}/blobs/{LargeDigest}", range: range);

        get.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        get.ErrorCode.ShouldBe("RANGE_INVALID");
        get.Header("Content-Range").ShouldBe("bytes */300000");
    }

    [Theory]
    [InlineData("bytes=0-9,20-29")]
    [InlineData("lines=0-9")]
    [InlineData("bytes=9-0")]
    [InlineData("nonsense")]
    public async Task Range_that_is_not_one_part_brings_the_whole(string range)
    {
        await PushLarge();

        var get = await Send(HttpMethod.Get, $"{App}/blobs/{LargeDigest}", range: range);

        get.Status.ShouldBe(HttpStatusCode.OK);
        get.Bytes.Length.ShouldBe(300_000);
    }

    [Fact]
    public async Task Mounted_blob_outlives_the_one_it_came_from()
    {
        await PushLarge();
        var password = await Arm.Mint("other", "_repositories_admin");
        var bearer = await Registry.Bearer("other", password, "repository:samples/app:pull,delete", "repository:samples/copy:pull,push");
        var mount = await Registry.Send(HttpMethod.Post, $"/v2/samples/copy/blobs/uploads/?mount={LargeDigest}&from=samples/app", bearer);
        mount.Status.ShouldBe(HttpStatusCode.Created);

        (await Registry.Send(HttpMethod.Delete, $"{App}/blobs/{LargeDigest}", bearer)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Registry.Get($"{App}/blobs/{LargeDigest}", bearer)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Registry.Get($"/v2/samples/copy/blobs/{LargeDigest}", bearer)).Bytes.Span.SequenceEqual(Large).ShouldBeTrue();
    }

    [Fact]
    public async Task Blob_pushed_twice_can_be_deleted_and_pushed_again()
    {
        await PushLarge();
        await PushLarge();
        await Registry.Send(HttpMethod.Delete, $"{App}/blobs/{LargeDigest}", Bearer);
        (await Registry.Get($"{App}/blobs/{LargeDigest}", Bearer)).Status.ShouldBe(HttpStatusCode.NotFound);

        await PushLarge();

        (await Registry.Get($"{App}/blobs/{LargeDigest}", Bearer)).Bytes.Length.ShouldBe(300_000);
    }

    private async Task PushLarge() =>
        (await Send(HttpMethod.Post, $"{App}/blobs/uploads/?digest={LargeDigest}", Large)).Status.ShouldBe(HttpStatusCode.Created);

    private async Task<Answer> Send(HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, string? range = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.RegistryEndpoint, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
        }

        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range).ShouldBeTrue();
        }

        return await Answer.Of(await Client.SendAsync(request));
    }
}
