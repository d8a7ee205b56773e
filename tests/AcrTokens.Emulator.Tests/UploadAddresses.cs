using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

/// <summary>An upload has a new address with each response, and is forgotten when nobody comes back.</summary>
public class UploadAddresses : InRepository
{
    [Fact]
    public async Task Each_chunk_has_a_new_one()
    {
        var begin = Location(await Begin());
        var first = Location(await Patch(begin, "0123"));
        var second = Location(await Patch(first, "4567"));

        new[] { begin, first, second }.Distinct().Count().ShouldBe(3);
        new[] { begin, first, second }.Select(location => location.Split('?')[0]).Distinct().Count().ShouldBe(1);
        (await Registry.Send(HttpMethod.Put, $"{second}&digest={RegistryClient.DigestOf("01234567")}", Bearer)).Status.ShouldBe(
            HttpStatusCode.Created
        );
    }

    [Theory]
    [InlineData("PATCH", "")]
    [InlineData("PUT", "&digest=sha256:0")]
    public async Task Old_one_is_refused_with_the_current_one(string method, string query)
    {
        var begin = Location(await Begin());
        var current = Location(await Patch(begin, "0123"));

        var refused = await Registry.Send(new HttpMethod(method), begin + query, Bearer, "4567");

        refused.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        refused.ErrorCode.ShouldBe("BLOB_UPLOAD_INVALID");
        refused.Text.ShouldContain("each response's Location replaces the one before it");
        refused.Header("Range").ShouldBe("0-3");
        Location(refused).ShouldBe(current);
        (await Patch(current, "4567")).Header("Range").ShouldBe("0-7");
    }

    [Fact]
    public async Task Query_that_was_replaced_is_refused()
    {
        var path = Location(await Begin()).Split('?')[0];

        var refused = await Registry.Send(HttpMethod.Put, $"{path}?digest={RegistryClient.DigestOf("layer")}", Bearer, "layer");

        refused.ErrorCode.ShouldBe("BLOB_UPLOAD_INVALID");
    }

    [Fact]
    public async Task Client_that_lost_its_way_asks_with_an_old_one()
    {
        var begin = Location(await Begin());
        var current = Location(await Patch(begin, "0123"));

        var status = await Registry.Get(begin, Bearer);

        status.Header("Range").ShouldBe("0-3");
        Location(status).ShouldBe(current);
    }

    [Fact]
    public async Task Upload_left_for_an_hour_is_forgotten()
    {
        var abandoned = Location(await Begin());
        var used = Location(await Begin());
        Clock.Advance(TimeSpan.FromMinutes(40));
        used = Location(await Patch(used, "0123"));
        Clock.Advance(TimeSpan.FromMinutes(21));

        (await Registry.Get(abandoned, Bearer)).ErrorCode.ShouldBe("BLOB_UPLOAD_UNKNOWN");
        (await Patch(abandoned, "0123")).ErrorCode.ShouldBe("BLOB_UPLOAD_UNKNOWN");
        (await Patch(used, "4567")).Header("Range").ShouldBe("0-7");
    }

    [Fact]
    public async Task Upload_belongs_to_its_repository()
    {
        var location = Location(await Begin());
        var bearer = await Registry.Bearer("other", await Arm.Mint("other", "_repositories_admin"), "repository:samples/other:pull,push");

        var answer = await Registry.Get(location.Replace("samples/app", "samples/other", StringComparison.Ordinal), bearer);

        answer.ErrorCode.ShouldBe("BLOB_UPLOAD_UNKNOWN");
    }

    [Theory]
    [InlineData("PUT", "/blobs/uploads/{0}")]
    [InlineData("POST", "/blobs/uploads/?digest={1}")]
    [InlineData("PUT", "/manifests/{1}")]
    [InlineData("GET", "/referrers/{1}")]
    public async Task Digest_of_another_algorithm_is_refused_with_words(string method, string path)
    {
        var digest = "sha512:" + new string('0', 128);
        var upload = $"{Location(await Begin()).Split('/')[^1]}&digest={digest}";

        var refused = await Registry.Send(
            new HttpMethod(method),
            App + string.Format(System.Globalization.CultureInfo.InvariantCulture, path, upload, digest),
            Bearer,
            method == "GET" ? null : "{}"
        );

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.ErrorCode.ShouldBe("DIGEST_INVALID");
        refused.Text.ShouldContain("the registry takes digests of the algorithm sha256 only, not of sha512");
    }

    private static string Location(Answer answer) => answer.Header("Location")!;

    private Task<Answer> Begin() => Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/", Bearer);

    private Task<Answer> Patch(string location, string chunk) => Registry.Send(HttpMethod.Patch, location, Bearer, chunk);
}
