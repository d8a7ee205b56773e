using System.Net;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>Azure's own API, <c>/acr/v1</c>. Bodies have the form of its recordings of 2023.</summary>
public class RepositoryMetadata : InRepository
{
    private const string Metadata = "/acr/v1/samples/app";

    private static readonly string[] Attributes = ["deleteEnabled", "writeEnabled", "readEnabled", "listEnabled"];

    private string image = "";

    protected override AcrEmulatorOptions Options => base.Options with { AdminUserEnabled = true };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var manifest = await ImageManifest();
        image = RegistryClient.DigestOf(manifest);
        foreach (var tag in new[] { "v2", "v1", "v3" })
        {
            await Put(tag, manifest);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Repository_is_shown()
    {
        var shown = await Registry.Get(Metadata, Bearer);

        shown
            .Json.ToJsonString()
            .ShouldBe(
                $$$"""{"registry":"{{{Emulator.LoginServer}}}","imageName":"samples/app","createdTime":"{{{Time(-3)}}}","lastUpdateTime":"{{{Time(-1)}}}","manifestCount":1,"tagCount":3,"changeableAttributes":{"deleteEnabled":true,"writeEnabled":true,"readEnabled":true,"listEnabled":true}}"""
            );
        shown.Header("Docker-Distribution-Api-Version").ShouldBe("registry/2.0");
        shown.Header("X-Ms-Request-Id").ShouldBeNull();
    }

    [Fact]
    public async Task Tag_is_shown()
    {
        var shown = await Registry.Get($"{Metadata}/_tags/v1", Bearer);

        shown
            .Json.ToJsonString()
            .ShouldBe(
                $$$$"""{"registry":"{{{{Emulator.LoginServer}}}}","imageName":"samples/app","tag":{"name":"v1","digest":"{{{{image}}}}","createdTime":"{{{{Time(-2)}}}}","lastUpdateTime":"{{{{Time(-2)}}}}","signed":false,"changeableAttributes":{"deleteEnabled":true,"writeEnabled":true,"readEnabled":true,"listEnabled":true}}}"""
            );
    }

    [Fact]
    public async Task Manifest_is_shown_with_its_platform_and_tags()
    {
        var bearer = await Admin("repository:dotnet/runtime:metadata_read");
        var found = (await Registry.Get("/acr/v1/dotnet%2Fruntime/_manifests", bearer)).Json["manifests"]![0]!;

        var shown = (await Registry.Get($"/acr/v1/dotnet/runtime/_manifests/{found["digest"]}", bearer)).Json["manifest"]!;

        JsonNode.DeepEquals(shown, found).ShouldBeTrue();
        shown
            .AsObject()
            .Select(field => field.Key)
            .ShouldBe(["digest", "imageSize", "createdTime", "lastUpdateTime", "architecture", "os", "mediaType", "tags", "changeableAttributes"]);
        ((string?)shown["architecture"]).ShouldBe("amd64");
        ((string?)shown["os"]).ShouldBe("linux");
        shown["tags"]!.ToJsonString().ShouldBe("""["10.0"]""");
        var manifest = await Registry.Get("/v2/dotnet/runtime/manifests/10.0", Bearer);
        ((long)shown["imageSize"]!).ShouldBe(
            manifest.Bytes.Length + (long)manifest.Json["config"]!["size"]! + (long)manifest.Json["layers"]![0]!["size"]!
        );
    }

    [Fact]
    public async Task Index_is_shown_with_its_references()
    {
        var index =
            $$$"""{"schemaVersion":2,"mediaType":"{{{IndexType}}}","manifests":[{"mediaType":"{{{ImageType}}}","digest":"{{{image}}}","size":1,"platform":{"architecture":"arm64","os":"linux"}}]}""";
        await Put("all", index, IndexType);

        var shown = (await Registry.Get($"{Metadata}/_manifests/{RegistryClient.DigestOf(index)}", Bearer)).Json["manifest"]!;

        shown["references"]!.ToJsonString().ShouldBe($$"""[{"digest":"{{image}}","architecture":"arm64","os":"linux"}]""");
        shown["architecture"].ShouldBeNull();
    }

    [Theory]
    [InlineData("", "v1 v2 v3")]
    [InlineData("?orderby=timeasc", "v2 v1 v3")]
    [InlineData("?orderby=timedesc", "v3 v1 v2")]
    public async Task Lists_are_ordered_and_paged(string query, string tags)
    {
        List<string?> seen = [];
        string? next = $"{Metadata}/_tags{query}{(query.Length > 0 ? '&' : '?')}n=2";
        while (next is not null)
        {
            var page = await Registry.Get(next, Bearer);
            seen.AddRange(page.Json["tags"]!.AsArray().Select(tag => (string?)tag!["name"]));
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        string.Join(' ', seen).ShouldBe(tags);
    }

    [Fact]
    public async Task Link_has_the_recorded_form()
    {
        var tags = await Registry.Get($"{Metadata}/_tags?n=1", Bearer);
        var catalog = await Registry.Get("/acr/v1/_catalog?n=1", await Admin("registry:catalog:*"));

        tags.Header("Link").ShouldBe("</acr/v1/samples%2Fapp/_tags?last=v1&n=1&orderby=>; rel=\"next\"");
        catalog.Header("Link").ShouldBe("</acr/v1/_catalog?last=dotnet%2Fruntime&n=1&orderby=>; rel=\"next\"");
        catalog.Json["repositories"]!.ToJsonString().ShouldBe("""["dotnet/runtime"]""");
    }

    [Fact]
    public async Task Tags_of_one_manifest_are_listed()
    {
        await Put("other", """{"schemaVersion":2,"manifests":[]}""", IndexType);

        var tags = await Registry.Get($"{Metadata}/_tags?digest={image}", Bearer);

        tags.Json["tags"]!.AsArray().Select(tag => (string?)tag!["name"]).ShouldBe(["v1", "v2", "v3"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/_tags/v1")]
    [InlineData("/_manifests/{0}")]
    public async Task Each_attribute_is_changed_alone(string below)
    {
        var path = Metadata + below.Replace("{0}", image, StringComparison.Ordinal);
        foreach (var changed in Attributes)
        {
            var patched = await Registry.Send(HttpMethod.Patch, path, Bearer, $$"""{"{{changed}}":false}""", "application/json");

            patched.Status.ShouldBe(HttpStatusCode.OK);
            patched.Text.ShouldBe((await Registry.Get(path, Bearer)).Text);
            var now = Changeable(patched);
            Attributes.Where(name => !(bool)now[name]!).ShouldBe([changed]);
            await Registry.Send(HttpMethod.Patch, path, Bearer, $$"""{"{{changed}}":true}""", "application/json");
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"writeEnabled":"false"}""")]
    public async Task Attributes_that_make_no_sense_are_refused_and_change_nothing(string body)
    {
        var refused = await Registry.Send(HttpMethod.Patch, Metadata, Bearer, body, "application/json");

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        Changeable(await Registry.Get(Metadata, Bearer)).All(attribute => (bool)attribute.Value!).ShouldBeTrue();
    }

    [Fact]
    public async Task Deleted_tag_is_gone_and_its_manifest_stays()
    {
        var deleted = await Registry.Send(HttpMethod.Delete, $"{Metadata}/_tags/v1", Bearer);

        deleted.Status.ShouldBe(HttpStatusCode.Accepted);
        deleted.Header("Content-Length").ShouldBe("0");
        deleted.Header("X-Ms-Request-Id").ShouldNotBeNull();
        (await Registry.Get($"{Metadata}/_tags/v1", Bearer)).Text.ShouldBe(
            """{"errors":[{"code":"TAG_UNKNOWN","message":"the specified tag does not exist"}]}""" + "\n"
        );
        (await Registry.Get($"{Metadata}/_manifests/{image}", Bearer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Deleted_repository_is_gone_with_all_it_held()
    {
        var deleted = await Registry.Send(HttpMethod.Delete, Metadata, Bearer);

        deleted.Status.ShouldBe(HttpStatusCode.Accepted);
        deleted.Json.ToJsonString().ShouldBe($$"""{"manifestsDeleted":["{{image}}"],"tagsDeleted":["v1","v2","v3"]}""");
        (await Registry.Send(HttpMethod.Delete, Metadata, Bearer)).ErrorCode.ShouldBe("NAME_UNKNOWN");
        (await Registry.Get($"{App}/manifests/v1", Bearer)).ErrorCode.ShouldBe("MANIFEST_UNKNOWN");
        (await Registry.Get($"{App}/blobs/{RegistryClient.DigestOf("{}")}", Bearer)).ErrorCode.ShouldBe("BLOB_UNKNOWN");
    }

    [Theory]
    [InlineData("GET", "/_tags/none", "TAG_UNKNOWN")]
    [InlineData("PATCH", "/_tags/none", "TAG_UNKNOWN")]
    [InlineData("GET", "/_manifests/sha256:0", "MANIFEST_UNKNOWN")]
    [InlineData("GET", "/_manifests/v1", "MANIFEST_UNKNOWN")]
    [InlineData("PATCH", "/_manifests/v1", "MANIFEST_UNKNOWN")]
    [InlineData("POST", "/_tags/v1", "UNSUPPORTED")]
    [InlineData("DELETE", "/_manifests/sha256:0", "UNSUPPORTED")]
    public async Task What_is_not_there_is_unknown(string method, string below, string code) =>
        (await Registry.Send(new HttpMethod(method), Metadata + below, Bearer, method == "PATCH" ? "{}" : null)).ErrorCode.ShouldBe(code);

    [Theory]
    [InlineData("GET", "/acr/v1/_catalog", "registry:catalog:*")]
    [InlineData("GET", "/acr/v1/samples%2Fapp", "repository:samples/app:metadata_read")]
    [InlineData("GET", "/acr/v1/samples/app/_tags", "repository:samples/app:metadata_read")]
    [InlineData("GET", "/acr/v1/samples/app/_manifests/sha256:0", "repository:samples/app:metadata_read")]
    [InlineData("PATCH", "/acr/v1/samples/app/_tags/v1", "repository:samples/app:metadata_write")]
    [InlineData("DELETE", "/acr/v1/samples/app/_tags/v1", "repository:samples/app:delete")]
    [InlineData("DELETE", "/acr/v1/samples/app", "repository:samples/app:delete")]
    public async Task Each_operation_names_the_scope_it_needs(string method, string path, string scope)
    {
        var without = await Registry.Send(new HttpMethod(method), path);
        var insufficient = await Registry.Send(
            new HttpMethod(method),
            path,
            await Registry.Bearer("puller", await Arm.Mint("puller", "_repositories_pull"), "repository:samples/app:pull")
        );

        without.Status.ShouldBe(HttpStatusCode.Unauthorized);
        without.Header("WWW-Authenticate").ShouldEndWith($",scope=\"{scope}\"");
        insufficient.Status.ShouldBe(HttpStatusCode.Unauthorized);
        insufficient.ErrorCode.ShouldBe("UNAUTHORIZED");
        insufficient.Header("WWW-Authenticate").ShouldEndWith($",scope=\"{scope}\",error=\"insufficient_scope\"");
    }

    private static JsonObject Changeable(Answer answer) =>
        (answer.Json["changeableAttributes"] ?? (answer.Json["tag"] ?? answer.Json["manifest"])!["changeableAttributes"])!.AsObject();

    private string Time(int secondsAhead) =>
        (Clock.GetUtcNow() + TimeSpan.FromSeconds(secondsAhead)).UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private Task<Answer> Put(string tag, string manifest, string mediaType = ImageType) =>
        Registry.Send(HttpMethod.Put, $"{App}/manifests/{tag}", Bearer, manifest, mediaType);

    private async Task<string> Admin(string scope) =>
        await Registry.Bearer("myregistry", (string)(await Arm.Post("/listCredentials")).Json["passwords"]![0]!["value"]!, scope);
}
