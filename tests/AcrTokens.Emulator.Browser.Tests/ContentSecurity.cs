using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class ContentSecurity(Chromium chromium) : OnTheLivePage(chromium)
{
    [BrowserFact]
    public async Task Is_never_violated_and_nothing_comes_from_elsewhere()
    {
        await OpenAsync();
        var lease = await Builds.MintAsync();
        await Builds.PushAsync(lease);
        await RowOf(lease.Name).Locator("button.name").ClickAsync();
        await lease.DisposeAsync();
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
        await Page.RunAndWaitForDownloadAsync(() => Button("Save as JSON").ClickAsync());
        await Page.ReloadAsync();
        await Expect(RowOf(lease.Name)).ToHaveCountAsync(1);

        Complaints.ShouldBeEmpty();
        Sent.Count.ShouldBeGreaterThan(4);
        Sent.ShouldAllBe(request =>
            request.Address.StartsWith(Emulator.RegistryEndpoint.ToString(), StringComparison.Ordinal)
            || request.Address == "data:,"
            || request.Address.StartsWith("blob:" + Emulator.RegistryEndpoint, StringComparison.Ordinal)
        );
    }

    [BrowserTheory]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }))", "script-src-elem")]
    [InlineData("document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))", "style-src-elem")]
    [InlineData("document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/' }))", "img-src")]
    [InlineData("fetch('http://127.0.0.1:9/').catch(() => 0)", "connect-src")]
    [InlineData("document.body.append(Object.assign(document.createElement('iframe'), { src: 'live' }))", "frame-src")]
    public async Task Refuses_what_the_page_does_not_need(string script, string directive)
    {
        await OpenAsync();

        await Page.RunAndWaitForConsoleMessageAsync(
            () => Page.EvaluateAsync($"() => {{ {script}; }}"),
            new() { Predicate = message => message.Text.StartsWith(directive + " refused", StringComparison.Ordinal) }
        );

        (await Page.EvaluateAsync<bool>("'ran' in window")).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task Takes_names_and_agents_as_text()
    {
        using var http = new HttpClient(Emulator.CreateHandler()) { BaseAddress = Emulator.RegistryEndpoint };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "<img/src=x/onerror=alert(1)>");
        await http.GetAsync("/v2/<b>bold/manifests/<i>x");
        await OpenAsync();

        await Expect(Cell(RequestRows, "Client")).ToHaveTextAsync("<img/src=x/onerror=alert(1)>");
        await Expect(RequestRows.Locator("img, b, i")).ToHaveCountAsync(0);
        Complaints.ShouldBeEmpty();
    }
}
