using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Uploads : InRepository
{
    [Fact]
    public async Task Upload_at_once_answers_where_the_blob_is()
    {
        var digest = RegistryClient.DigestOf("layer");
        var post = await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/?digest={digest}", Bearer, "layer");

        post.Status.ShouldBe(HttpStatusCode.Created);
        post.Header("Location").ShouldBe($"{App}/blobs/{digest}");
        post.Header("Docker-Content-Digest").ShouldBe(digest);
    }

    [Fact]
    public async Task Upload_begun_and_finished_in_two_requests()
    {
        var begin = await Begin();
        var put = await Finish(begin, "layer", "layer");

        begin.Status.ShouldBe(HttpStatusCode.Accepted);
        begin.Header("Range").ShouldBe("0-0");
        begin.Header("Docker-Upload-UUID").ShouldNotBeNull();
        put.Status.ShouldBe(HttpStatusCode.Created);
        (await Registry.Get($"{App}/blobs/{RegistryClient.DigestOf("layer")}", Bearer)).Text.ShouldBe("layer");
    }

    [Fact]
    public async Task Chunks_add_up()
    {
        var begin = await Begin();
        var first = await Patch(begin, "0123", "0-3");
        var second = await Patch(first, "456", "4-6");
        var status = await Registry.Get(second.Header("Location")!, Bearer);
        var put = await Finish(second, "789", "0123456789");

        first.Status.ShouldBe(HttpStatusCode.Accepted);
        first.Header("Range").ShouldBe("0-3");
        second.Header("Range").ShouldBe("0-6");
        status.Status.ShouldBe(HttpStatusCode.NoContent);
        status.Header("Range").ShouldBe("0-6");
        put.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Chunk_that_does_not_say_where_it_begins_goes_to_the_end()
    {
        var first = await Patch(await Begin(), "0123", null);
        var second = await Patch(first, "4567", null);

        second.Header("Range").ShouldBe("0-7");
    }

    [Theory]
    [InlineData("5-7")]
    [InlineData("0-2")]
    [InlineData("4-7")]
    [InlineData("6-4")]
    [InlineData("four to six")]
    public async Task Chunk_out_of_order_is_refused_and_changes_nothing(string range)
    {
        var first = await Patch(await Begin(), "0123", "0-3");

        var second = await Patch(first, "456", range);

        second.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        second.ErrorCode.ShouldBe("BLOB_UPLOAD_INVALID");
        second.Header("Range").ShouldBe("0-3");
        (await Patch(second, "456", "4-6")).Header("Range").ShouldBe("0-6");
    }

    [Theory]
    [InlineData("other content")]
    [InlineData("")]
    public async Task Wrong_digest_is_refused(string announced)
    {
        var put = await Finish(await Begin(), "layer", announced);

        put.Status.ShouldBe(HttpStatusCode.BadRequest);
        put.ErrorCode.ShouldBe("DIGEST_INVALID");
        (await Registry.Get($"{App}/blobs/{RegistryClient.DigestOf("layer")}", Bearer)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Digest_is_required()
    {
        var put = await Registry.Send(HttpMethod.Put, (await Begin()).Header("Location")!, Bearer, "layer");

        put.ErrorCode.ShouldBe("DIGEST_INVALID");
    }

    [Fact]
    public async Task Cancelled_upload_is_unknown()
    {
        var location = (await Begin()).Header("Location")!;

        (await Registry.Send(HttpMethod.Delete, location, Bearer)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await Registry.Get(location, Bearer)).ErrorCode.ShouldBe("BLOB_UPLOAD_UNKNOWN");
        (await Registry.Send(HttpMethod.Patch, location, Bearer, "layer")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Finished_upload_is_unknown()
    {
        var begin = await Begin();
        await Finish(begin, "layer", "layer");

        (await Registry.Get(begin.Header("Location")!, Bearer)).ErrorCode.ShouldBe("BLOB_UPLOAD_UNKNOWN");
    }

    [Fact]
    public async Task Blob_is_mounted_from_a_repository_that_may_be_pulled()
    {
        var digest = await SeededLayer();

        var mount = await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/?mount={digest}&from=dotnet/runtime", Bearer);

        mount.Status.ShouldBe(HttpStatusCode.Created);
        mount.Header("Location").ShouldBe($"{App}/blobs/{digest}");
        (await Registry.Send(HttpMethod.Head, $"{App}/blobs/{digest}", Bearer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Mount_falls_back_to_an_upload_where_there_is_nothing()
    {
        var mount = await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/?mount={RegistryClient.DigestOf("none")}&from=dotnet/runtime", Bearer);

        mount.Status.ShouldBe(HttpStatusCode.Accepted);
        (await Finish(mount, "none", "none")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Mount_falls_back_to_an_upload_where_pulling_is_not_allowed()
    {
        var digest = await SeededLayer();
        await Arm.Put(
            "/scopeMaps/ci-map",
            """{"properties":{"actions":["repositories/samples/app/content/read","repositories/samples/app/content/write"]}}"""
        );
        var bearer = await Registry.Bearer(
            "other",
            await Arm.Mint("other", "ci-map"),
            "repository:samples/app:pull,push repository:dotnet/runtime:pull"
        );

        var mount = await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/?mount={digest}&from=dotnet/runtime", bearer);

        mount.Status.ShouldBe(HttpStatusCode.Accepted);
        (await Registry.Send(HttpMethod.Head, $"{App}/blobs/{digest}", bearer)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Mount_is_told_of_both_scopes()
    {
        var mount = await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/?mount={RegistryClient.DigestOf("x")}&from=dotnet/runtime");

        mount.Header("WWW-Authenticate")!.ShouldContain("scope=\"repository:samples/app:pull,push repository:dotnet/runtime:pull\"");
    }

    private Task<Answer> Begin() => Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/", Bearer);

    private Task<Answer> Patch(Answer before, string chunk, string? range) =>
        Registry.Send(HttpMethod.Patch, before.Header("Location")!, Bearer, chunk, contentRange: range);

    private Task<Answer> Finish(Answer before, string lastChunk, string announced) =>
        Registry.Send(
            HttpMethod.Put,
            $"{before.Header("Location")}&digest={(announced.Length == 0 ? "md5:0" : RegistryClient.DigestOf(announced))}",
            Bearer,
            lastChunk
        );

    private async Task<string> SeededLayer() =>
        (string)(await Registry.Get("/v2/dotnet/runtime/manifests/10.0", Bearer)).Json["layers"]![0]!["digest"]!;
}
