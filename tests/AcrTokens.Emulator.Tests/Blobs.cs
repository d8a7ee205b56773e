using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Blobs : InRepository
{
    [Fact]
    public async Task Pushed_blob_is_pulled_byte_for_byte()
    {
        var digest = await Push("layer");

        var get = await Registry.Get($"{App}/blobs/{digest}", Bearer);
        var head = await Registry.Send(HttpMethod.Head, $"{App}/blobs/{digest}", Bearer);

        get.Text.ShouldBe("layer");
        get.Header("Docker-Content-Digest").ShouldBe(digest);
        get.Header("Content-Type").ShouldBe("application/octet-stream");
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Header("Content-Length").ShouldBe("5");
        head.Bytes.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Part_of_a_blob_can_be_pulled()
    {
        var digest = await Push("0123456789");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Emulator.RegistryEndpoint, $"{App}/blobs/{digest}"));
        request.Headers.Authorization = new("Bearer", Bearer);
        request.Headers.Range = new(2, 4);

        var answer = await Answer.Of(await Client.SendAsync(request));

        answer.Status.ShouldBe(HttpStatusCode.PartialContent);
        answer.Text.ShouldBe("234");
    }

    [Fact]
    public async Task Blob_belongs_to_its_repository()
    {
        var digest = await Push("layer");

        (await Registry.Get($"/v2/dotnet/runtime/blobs/{digest}", Bearer)).ErrorCode.ShouldBe("BLOB_UNKNOWN");
    }

    [Fact]
    public async Task Missing_blob_is_unknown()
    {
        var get = await Registry.Get($"{App}/blobs/{RegistryClient.DigestOf("nothing")}", Bearer);

        get.Status.ShouldBe(HttpStatusCode.NotFound);
        get.ErrorCode.ShouldBe("BLOB_UNKNOWN");
        (await Registry.Send(HttpMethod.Head, $"{App}/blobs/{RegistryClient.DigestOf("nothing")}", Bearer)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Deleted_blob_is_gone()
    {
        var digest = await Push("layer");

        (await Registry.Send(HttpMethod.Delete, $"{App}/blobs/{digest}", Bearer)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Registry.Send(HttpMethod.Delete, $"{App}/blobs/{digest}", Bearer)).ErrorCode.ShouldBe("BLOB_UNKNOWN");
    }

    [Theory]
    [InlineData("/v2/UPPER/blobs/sha256:00", "NAME_INVALID", HttpStatusCode.BadRequest)]
    [InlineData("/v2/a//b/manifests/1", "NAME_INVALID", HttpStatusCode.BadRequest)]
    [InlineData("/v2/-a/tags/list", "NAME_INVALID", HttpStatusCode.BadRequest)]
    [InlineData("/v2/samples/app", "NOT_EMULATED", HttpStatusCode.NotFound)]
    public async Task Path_that_makes_no_sense_is_refused(string path, string code, HttpStatusCode status)
    {
        var answer = await Registry.Get(path, Bearer);

        answer.ErrorCode.ShouldBe(code);
        answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Method_that_makes_no_sense_is_unsupported()
    {
        var answer = await Registry.Send(HttpMethod.Put, $"{App}/blobs/{RegistryClient.DigestOf("layer")}", Bearer, "layer");

        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.ErrorCode.ShouldBe("UNSUPPORTED");
    }
}
