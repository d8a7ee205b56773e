using System.Net;
using AcrTokens.Emulator.Tests.Support;

namespace AcrTokens.Emulator.Tests;

public sealed class LivePages : InProcess
{
    [Theory]
    [InlineData("live", "text/html")]
    [InlineData("live.css", "text/css")]
    [InlineData("live.js", "text/javascript")]
    public async Task Need_no_key_and_hold_nothing(string path, string type)
    {
        await Arm.Mint("builder");

        var page = await Page(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.ContentHeaders.ContentType!.ToString().ShouldBe(type + "; charset=utf-8");
        page.Text.ShouldNotContain("builder");
        page.Text.ShouldNotContain(Emulator.ControlKey);
        Emulator.Requests.ShouldAllBe(request => request.Token == "builder");
    }

    [Fact]
    public async Task Load_nothing_from_elsewhere_and_tell_nobody_where_they_are()
    {
        var page = await Page("live");

        var policy = page.Header("Content-Security-Policy")!.Split("; ");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldAllBe(directive =>
            !directive.Contains("unsafe", StringComparison.Ordinal) && !directive.Contains("http", StringComparison.Ordinal)
        );
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Cache-Control").ShouldBe("no-store");
        page.Text.ShouldNotContain("://");
    }

    [Fact]
    public async Task Are_short()
    {
        var lines = 0;
        foreach (var path in new[] { "live", "live.css", "live.js" })
        {
            var text = (await Page(path)).Text.TrimEnd().Split('\n');
            lines += text.Length;
            text.ShouldAllBe(line => line.Length <= 150);
        }

        lines.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task Have_an_address_only_where_a_browser_reaches_them()
    {
        Emulator.LivePage.ShouldBeNull();
        await using var emulator = await AcrEmulator.StartAsync();
        await using var closed = await AcrEmulator.StartAsync(new() { EnableControlApi = false });
        using var client = new HttpClient();

        emulator.LivePage.ShouldNotBeNull().Fragment.ShouldBe("#" + emulator.ControlKey);
        (await client.GetStringAsync(emulator.LivePage)).ShouldContain("<title>acr-emulator</title>");
        closed.LivePage.ShouldBeNull();
        (await client.GetAsync(new Uri(closed.RegistryEndpoint, "_emulator/live"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Answer> Page(string path) => await Answer.Of(await Client.GetAsync(new Uri(Emulator.RegistryEndpoint, "_emulator/" + path)));
}
