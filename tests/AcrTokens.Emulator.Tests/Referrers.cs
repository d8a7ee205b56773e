using System.Net;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public class Referrers : InRepository
{
    private string image = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var manifest = await ImageManifest();
        image = RegistryClient.DigestOf(manifest);
        await Put("1.0", manifest);
    }

    [Fact]
    public async Task Manifest_with_a_subject_is_listed_with_its_type_and_annotations()
    {
        var signature = await Artifact("application/vnd.example.signature", image);
        var put = await Put(RegistryClient.DigestOf(signature), signature);

        var index = await List(image);

        put.Header("OCI-Subject").ShouldBe(image);
        index.Status.ShouldBe(HttpStatusCode.OK);
        index.Header("Content-Type").ShouldBe(IndexType);
        JsonNode
            .DeepEquals(
                index.Json,
                JsonNode.Parse(
                    $$$"""
                    {"schemaVersion":2,"mediaType":"{{{IndexType}}}","manifests":[{"mediaType":"{{{ImageType}}}","digest":"{{{RegistryClient.DigestOf(
                        signature
                    )}}}","size":{{{signature.Length}}},"artifactType":"application/vnd.example.signature","annotations":{"by":"build"}}]}
                    """
                )
            )
            .ShouldBeTrue(index.Text);
        index.Header("OCI-Filters-Applied").ShouldBeNull();
    }

    [Fact]
    public async Task Filter_leaves_one_type_and_says_so()
    {
        await Put("sig", await Artifact("application/vnd.example.signature", image));
        await Put("sbom", await Artifact("application/vnd.example.sbom", image));

        var filtered = await List(image, "?artifactType=application/vnd.example.sbom");
        var none = await List(image, "?artifactType=application/vnd.example.other");

        Types(filtered).ShouldBe(["application/vnd.example.sbom"]);
        filtered.Header("OCI-Filters-Applied").ShouldBe("artifactType");
        Types(none).ShouldBeEmpty();
        Types(await List(image)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Type_is_the_config_s_where_the_manifest_has_none()
    {
        await Put("old", await Artifact(null, image));

        Types(await List(image)).ShouldBe(["application/vnd.oci.image.config.v1+json"]);
    }

    [Fact]
    public async Task Index_may_refer_too()
    {
        var index =
            $$$"""{"schemaVersion":2,"mediaType":"{{{IndexType}}}","artifactType":"application/vnd.example.bundle","manifests":[],"subject":{"mediaType":"{{{ImageType}}}","digest":"{{{image}}}","size":1}}""";

        (await Put("bundle", index, IndexType)).Header("OCI-Subject").ShouldBe(image);

        Types(await List(image)).ShouldBe(["application/vnd.example.bundle"]);
    }

    [Fact]
    public async Task Referrer_may_come_before_its_subject()
    {
        var early = RegistryClient.DigestOf("not pushed yet");

        (await Put("sig", await Artifact("application/vnd.example.signature", early))).Status.ShouldBe(HttpStatusCode.Created);

        Types(await List(early)).ShouldBe(["application/vnd.example.signature"]);
    }

    [Fact]
    public async Task Deleted_referrer_is_gone()
    {
        var signature = await Artifact("application/vnd.example.signature", image);
        await Put("sig", signature);

        (await Registry.Send(HttpMethod.Delete, $"{App}/manifests/{RegistryClient.DigestOf(signature)}", Bearer)).Status.ShouldBe(
            HttpStatusCode.Accepted
        );

        Types(await List(image)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(App)]
    [InlineData("/v2/dotnet/runtime")]
    public async Task Unknown_digest_has_an_empty_index(string repository)
    {
        var index = await Registry.Get($"{repository}/referrers/{RegistryClient.DigestOf("nothing")}", Bearer);

        index.Status.ShouldBe(HttpStatusCode.OK);
        Types(index).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("sha256:0")]
    public async Task Reference_that_is_no_digest_is_refused(string reference)
    {
        var refused = await List(reference);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe("DIGEST_INVALID");
    }

    [Fact]
    public async Task Fallback_tag_of_an_older_client_stays_a_tag()
    {
        var tag = image.Replace(':', '-');
        (await Put(tag, $$"""{"schemaVersion":2,"mediaType":"{{IndexType}}","manifests":[]}""", IndexType)).Status.ShouldBe(HttpStatusCode.Created);

        Types(await List(image)).ShouldBeEmpty();
        (await Registry.Get($"{App}/tags/list", Bearer)).Json["tags"]!.ToJsonString().ShouldBe($"""["1.0","{tag}"]""");
    }

    [Fact]
    public async Task Subject_that_is_no_descriptor_is_refused()
    {
        var put = await Put("sig", """{"schemaVersion":2,"manifests":[],"subject":{"digest":"none"}}""", IndexType);

        put.ErrorCode.ShouldBe("MANIFEST_INVALID");
    }

    private static List<string?> Types(Answer index) => [.. index.Json["manifests"]!.AsArray().Select(found => (string?)found!["artifactType"])];

    private async Task<string> Artifact(string? type, string subject)
    {
        var config = await Push("{}");
        var artifactType = type is null ? "" : $"\"artifactType\":\"{type}\",";
        return $$$"""{"schemaVersion":2,"mediaType":"{{{ImageType}}}",{{{artifactType}}}"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{{config}}}","size":2},"layers":[],"subject":{"mediaType":"{{{ImageType}}}","digest":"{{{subject}}}","size":1},"annotations":{"by":"build"}}""";
    }

    private Task<Answer> Put(string reference, string manifest, string mediaType = ImageType) =>
        Registry.Send(HttpMethod.Put, $"{App}/manifests/{reference}", Bearer, manifest, mediaType);

    private Task<Answer> List(string digest, string query = "") => Registry.Get($"{App}/referrers/{digest}{query}", Bearer);
}
