using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>What attributes forbid, on the repository, the tag or the manifest.</summary>
public class LockedImages : InRepository
{
    private const string Metadata = "/acr/v1/samples/app";
    private const string Empty = """{"schemaVersion":2,"manifests":[]}""";

    private string image = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var manifest = await ImageManifest();
        image = RegistryClient.DigestOf(manifest);
        await Registry.Send(HttpMethod.Put, $"{App}/manifests/v1", Bearer, manifest, ImageType);
    }

    [Theory]
    [InlineData("", "writeEnabled", "PUT", "/v2/samples/app/manifests/v2")]
    [InlineData("", "writeEnabled", "POST", "/v2/samples/app/blobs/uploads/")]
    [InlineData("", "writeEnabled", "DELETE", "/v2/samples/app/manifests/{0}")]
    [InlineData("", "deleteEnabled", "DELETE", "/acr/v1/samples/app")]
    [InlineData("", "deleteEnabled", "DELETE", "/v2/samples/app/manifests/{0}")]
    [InlineData("", "deleteEnabled", "DELETE", "/v2/samples/app/blobs/{1}")]
    [InlineData("", "readEnabled", "GET", "/v2/samples/app/manifests/v1")]
    [InlineData("", "readEnabled", "GET", "/v2/samples/app/blobs/{1}")]
    [InlineData("/_tags/v1", "writeEnabled", "PUT", "/v2/samples/app/manifests/v1")]
    [InlineData("/_tags/v1", "writeEnabled", "DELETE", "/acr/v1/samples/app/_tags/v1")]
    [InlineData("/_tags/v1", "deleteEnabled", "DELETE", "/acr/v1/samples/app/_tags/v1")]
    [InlineData("/_tags/v1", "deleteEnabled", "DELETE", "/v2/samples/app/manifests/{0}")]
    [InlineData("/_tags/v1", "deleteEnabled", "DELETE", "/acr/v1/samples/app")]
    [InlineData("/_tags/v1", "readEnabled", "GET", "/v2/samples/app/manifests/v1")]
    [InlineData("/_manifests/{0}", "deleteEnabled", "DELETE", "/v2/samples/app/manifests/{0}")]
    [InlineData("/_manifests/{0}", "writeEnabled", "DELETE", "/v2/samples/app/manifests/{0}")]
    [InlineData("/_manifests/{0}", "readEnabled", "GET", "/v2/samples/app/manifests/v1")]
    public async Task Locked_things_are_refused_until_they_are_unlocked(string locked, string attribute, string method, string path)
    {
        await Change(locked, attribute, false);

        var refused = await Act(method, path);

        refused.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        refused.ErrorCode.ShouldBe("REGISTRY_DISALLOWED_OPERATION");
        refused.Text.ShouldContain("The operation is disallowed on this registry, repository or image.");
        await Change(locked, attribute, true);
        ((int)(await Act(method, path)).Status).ShouldBeInRange(200, 299);
    }

    [Theory]
    [InlineData("/_tags/v1", "deleteEnabled", "PUT", "/v2/samples/app/manifests/v1")]
    [InlineData("/_tags/v1", "readEnabled", "GET", "/v2/samples/app/manifests/{0}")]
    [InlineData("/_tags/v1", "writeEnabled", "PUT", "/v2/samples/app/manifests/v2")]
    [InlineData("", "writeEnabled", "GET", "/v2/samples/app/manifests/v1")]
    [InlineData("", "readEnabled", "GET", "/acr/v1/samples/app/_tags/v1")]
    public async Task Nothing_else_is_refused(string locked, string attribute, string method, string path)
    {
        await Change(locked, attribute, false);

        ((int)(await Act(method, path)).Status).ShouldBeInRange(200, 299);
    }

    [Fact]
    public async Task Hidden_things_are_not_listed()
    {
        await Change("/_tags/v1", "listEnabled", false);
        await Change("/_manifests/{0}", "listEnabled", false);

        (await Registry.Get($"{App}/tags/list", Bearer)).Json["tags"]!.ToJsonString().ShouldBe("[]");
        (await Registry.Get($"{Metadata}/_tags", Bearer)).Json["tags"]!.ToJsonString().ShouldBe("[]");
        (await Registry.Get($"{Metadata}/_manifests", Bearer)).Json["manifests"]!.ToJsonString().ShouldBe("[]");
        (await Registry.Get($"{App}/manifests/v1", Bearer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task Change(string locked, string attribute, bool value) =>
        (
            await Registry.Send(
                HttpMethod.Patch,
                Metadata + Fill(locked),
                Bearer,
                $$$"""{"{{{attribute}}}":{{{(value ? "true" : "false")}}}}""",
                "application/json"
            )
        ).Status.ShouldBe(HttpStatusCode.OK);

    private Task<Answer> Act(string method, string path) =>
        Registry.Send(new HttpMethod(method), Fill(path), Bearer, method == "PUT" ? Empty : null, IndexType);

    private string Fill(string path) =>
        path.Replace("{0}", image, StringComparison.Ordinal).Replace("{1}", RegistryClient.DigestOf("{}"), StringComparison.Ordinal);
}
