using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>A repository whose slashes are sent as <c>%2F</c> is the same repository.</summary>
public class Slashes : InRepository
{
    [Theory]
    [InlineData("samples%2Fapp")]
    [InlineData("samples%2fapp")]
    public async Task Encoded_push_is_found_without_encoding(string encoded)
    {
        var begin = await Registry.Send(HttpMethod.Post, $"/v2/{encoded}/blobs/uploads/", Bearer);
        var digest = RegistryClient.DigestOf("layer");
        var put = await Registry.Send(HttpMethod.Put, $"{begin.Header("Location")}&digest={Uri.EscapeDataString(digest)}", Bearer, "layer");

        begin.Header("Location").ShouldStartWith($"{App}/blobs/uploads/");
        put.Header("Location").ShouldBe($"{App}/blobs/{digest}");
        (await Registry.Get($"{App}/blobs/{digest}", Bearer)).Text.ShouldBe("layer");
    }

    [Fact]
    public async Task Manifest_is_found_with_encoding()
    {
        var manifest = await ImageManifest();
        await Registry.Send(HttpMethod.Put, $"{App}/manifests/1.0", Bearer, manifest, ImageType);

        var get = await Registry.Get($"/v2/samples%2Fapp/manifests/{Uri.EscapeDataString(RegistryClient.DigestOf(manifest))}", Bearer);

        get.Status.ShouldBe(HttpStatusCode.OK);
        get.Text.ShouldBe(manifest);
        Emulator.Requests[^1].Operation.ShouldBe("Manifests_Get");
    }
}
