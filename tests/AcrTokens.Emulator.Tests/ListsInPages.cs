using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>Tags and the catalog come in pages, as the distribution specification has them.</summary>
public class ListsInPages : InRepository
{
    private string catalog = "";

    protected override AcrEmulatorOptions Options => base.Options with { AdminUserEnabled = true };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var password = (string)(await Arm.Post("/listCredentials")).Json["passwords"]![0]!["value"]!;
        catalog = await Registry.Bearer(
            "myregistry",
            password,
            "registry:catalog:*",
            "repository:samples/b:pull,push",
            "repository:samples/a:pull,push"
        );
        var manifest = await ImageManifest();
        foreach (var tag in new[] { "v3", "v1", "V2", "v2" })
        {
            (await Registry.Send(HttpMethod.Put, $"{App}/manifests/{tag}", Bearer, manifest, ImageType)).Status.ShouldBe(HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task Link_leads_from_page_to_page()
    {
        List<string> pages = [];
        string? next = $"{App}/tags/list?n=3";
        while (next is not null)
        {
            var page = await Registry.Get(next, Bearer);
            pages.Add(page.Json["tags"]!.ToJsonString());
            next = page.Header("Link")?.Split('<', '>')[1];
        }

        pages.ShouldBe(["""["V2","v1","v2"]""", """["v3"]"""]);
    }

    [Theory]
    [InlineData("?n=4", """["V2","v1","v2","v3"]""", null)]
    [InlineData("?n=1", """["V2"]""", "</v2/samples/app/tags/list?last=V2&n=1>; rel=\"next\"")]
    [InlineData("?n=1&last=v1", """["v2"]""", "</v2/samples/app/tags/list?last=v2&n=1>; rel=\"next\"")]
    [InlineData("?n=1&last=v10", """["v2"]""", "</v2/samples/app/tags/list?last=v2&n=1>; rel=\"next\"")]
    [InlineData("?last=v2", """["v3"]""", null)]
    [InlineData("?n=1&last=v3", "[]", null)]
    [InlineData("?n=0", "[]", null)]
    public async Task Page_begins_after_last(string query, string tags, string? link)
    {
        var page = await Registry.Get($"{App}/tags/list{query}", Bearer);

        page.Json["tags"]!.ToJsonString().ShouldBe(tags);
        page.Header("Link").ShouldBe(link);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public async Task Page_size_that_is_none_is_refused(string n)
    {
        var page = await Registry.Get($"{App}/tags/list?n={n}", Bearer);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.ErrorCode.ShouldBe("PAGINATION_NUMBER_INVALID");
    }

    [Fact]
    public async Task Catalog_has_pages_too()
    {
        var page = await Registry.Get("/v2/_catalog?n=1", catalog);
        var rest = await Registry.Get("/v2/_catalog?n=1&last=dotnet%2Fruntime", catalog);

        page.Json["repositories"]!.ToJsonString().ShouldBe("""["dotnet/runtime"]""");
        page.Header("Link").ShouldBe("</v2/_catalog?last=dotnet%2Fruntime&n=1>; rel=\"next\"");
        rest.Json["repositories"]!.ToJsonString().ShouldBe("""["samples/app"]""");
        rest.Header("Link").ShouldBeNull();
    }

    [Fact]
    public async Task Repository_without_a_manifest_is_not_in_the_catalog()
    {
        (await Registry.Send(HttpMethod.Post, "/v2/samples/b/blobs/uploads/", catalog)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Registry.Get("/v2/_catalog", catalog)).Json["repositories"]!.ToJsonString().ShouldBe("""["dotnet/runtime","samples/app"]""");
    }
}
