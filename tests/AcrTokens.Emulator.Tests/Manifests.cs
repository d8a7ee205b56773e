using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Manifests : InRepository
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Pushed_manifest_is_found_by_tag_and_by_digest(string method)
    {
        var manifest = await ImageManifest();
        var digest = RegistryClient.DigestOf(manifest);
        var put = await Put("1.0", manifest);

        put.Status.ShouldBe(HttpStatusCode.Created);
        put.Header("Docker-Content-Digest").ShouldBe(digest);
        put.Header("Location").ShouldBe($"{App}/manifests/{digest}");
        foreach (var reference in new[] { "1.0", digest })
        {
            var answer = await Registry.Send(new HttpMethod(method), $"{App}/manifests/{reference}", Bearer);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Header("Content-Type").ShouldBe(ImageType);
            answer.Header("Docker-Content-Digest").ShouldBe(digest);
            answer.Text.ShouldBe(method == "GET" ? manifest : "");
        }
    }

    [Fact]
    public async Task Manifest_by_digest_has_no_tag()
    {
        var manifest = await ImageManifest();

        (await Put(RegistryClient.DigestOf(manifest), manifest)).Status.ShouldBe(HttpStatusCode.Created);

        (await Tags()).ShouldBe("[]");
    }

    [Fact]
    public async Task Manifest_under_another_digest_is_refused()
    {
        var put = await Put(RegistryClient.DigestOf("another"), await ImageManifest());

        put.Status.ShouldBe(HttpStatusCode.BadRequest);
        put.ErrorCode.ShouldBe("DIGEST_INVALID");
    }

    [Fact]
    public async Task Manifest_whose_blobs_are_missing_is_refused()
    {
        var put = await Put("1.0", await ImageManifest(pushBlobs: false));

        put.Status.ShouldBe(HttpStatusCode.BadRequest);
        put.ErrorCode.ShouldBe("MANIFEST_BLOB_UNKNOWN");
    }

    [Fact]
    public async Task Index_needs_its_manifests()
    {
        var manifest = await ImageManifest();
        var index =
            $$"""{"schemaVersion":2,"mediaType":"{{IndexType}}","manifests":[{"mediaType":"{{ImageType}}","digest":"{{RegistryClient.DigestOf(manifest)}}","size":1}]}""";

        var early = await Put("latest", index, IndexType);
        await Put("1.0", manifest);
        var late = await Put("latest", index, IndexType);

        early.ErrorCode.ShouldBe("MANIFEST_BLOB_UNKNOWN");
        late.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":2,"schemaVersion":2}""")]
    [InlineData("""{"schemaVersion":1}""")]
    [InlineData("""{"schemaVersion":2}""")]
    [InlineData("""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"config":{"digest":"md5:00"},"layers":[]}""")]
    [InlineData("""{"schemaVersion":2,"config":{},"layers":[]}""")]
    public async Task Manifest_that_is_none_is_refused(string manifest)
    {
        var put = await Put("1.0", manifest);

        put.Status.ShouldBe(HttpStatusCode.BadRequest);
        put.ErrorCode.ShouldBe("MANIFEST_INVALID");
    }

    [Fact]
    public async Task Layer_that_lies_elsewhere_may_be_missing()
    {
        var config = await Push("{}");
        var manifest =
            $$"""{"schemaVersion":2,"config":{"digest":"{{config}}"},"layers":[{"digest":"{{RegistryClient.DigestOf("far away")}}","urls":["https://example.com/layer"]}]}""";

        (await Put("1.0", manifest)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Tag_that_makes_no_sense_is_refused() => (await Put("-dash-first", await ImageManifest())).ErrorCode.ShouldBe("TAG_INVALID");

    [Fact]
    public async Task Missing_manifest_is_unknown()
    {
        var get = await Registry.Get($"{App}/manifests/1.0", Bearer);

        get.Status.ShouldBe(HttpStatusCode.NotFound);
        get.ErrorCode.ShouldBe("MANIFEST_UNKNOWN");
    }

    [Fact]
    public async Task Tags_are_listed_in_order()
    {
        var manifest = await ImageManifest();
        await Put("2.0", manifest);
        await Put("1.0", manifest);

        (await Tags()).ShouldBe("""["1.0","2.0"]""");
    }

    [Fact]
    public async Task Tags_of_a_missing_repository_are_unknown() =>
        (await Registry.Get($"{App}/tags/list", Bearer)).ErrorCode.ShouldBe("NAME_UNKNOWN");

    [Fact]
    public async Task Deleting_a_tag_leaves_the_manifest()
    {
        var manifest = await ImageManifest();
        await Put("1.0", manifest);

        (await Delete("1.0")).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Tags()).ShouldBe("[]");
        (await Registry.Get($"{App}/manifests/{RegistryClient.DigestOf(manifest)}", Bearer)).Status.ShouldBe(HttpStatusCode.OK);
        (await Delete("1.0")).ErrorCode.ShouldBe("MANIFEST_UNKNOWN");
    }

    [Fact]
    public async Task Deleting_a_manifest_takes_its_tags()
    {
        var manifest = await ImageManifest();
        await Put("1.0", manifest);
        await Put("2.0", manifest);

        (await Delete(RegistryClient.DigestOf(manifest))).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Tags()).ShouldBe("[]");
    }

    private Task<Answer> Put(string reference, string manifest, string mediaType = ImageType) =>
        Registry.Send(HttpMethod.Put, $"{App}/manifests/{reference}", Bearer, manifest, mediaType);

    private Task<Answer> Delete(string reference) => Registry.Send(HttpMethod.Delete, $"{App}/manifests/{reference}", Bearer);

    private async Task<string> Tags() => (await Registry.Get($"{App}/tags/list", Bearer)).Json["tags"]!.ToJsonString();
}
