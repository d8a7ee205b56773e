using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Filters(Chromium chromium) : OnTheLivePage(chromium)
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        using var arm = new Arm(Emulator, "AZURECLI/2.45.0 (DEB)");
        await arm.PutTokenAsync("builder");
        var password = await arm.GenerateAsync("builder");
        await arm.PutTokenAsync("runner");
        await Builds.LogInAsync("builder", password, client: "skopeo/1.9.3");
        await Builds.LogInAsync("builder", "wrong", client: "docker/28.2.2");
        await arm.DeleteAsync("runner");
        Emulator.AddFault(new EmulatorFault("OAuth2_Token") { Drop = EmulatorDrop.Request });
        await Should.ThrowAsync<HttpRequestException>(() => Builds.LogInAsync("builder", password, client: "docker/28.2.2"));
    }

    [BrowserFact]
    public async Task Of_requests_are_token_client_and_status()
    {
        await OpenAsync();
        await ExpectRequestsAsync(7);

        await Page.GetByLabel("Token", new() { Exact = true }).FillAsync("RUN");
        await ExpectRequestsAsync(2);
        await Page.GetByLabel("Token", new() { Exact = true }).FillAsync("");

        await Page.GetByLabel("Client").SelectOptionAsync("docker/28.2.2");
        await ExpectRequestsAsync(2);
        await Page.GetByLabel("Client").SelectOptionAsync("AZURECLI/2.45.0");
        await ExpectRequestsAsync(4);
        await Page.GetByLabel("Client").SelectOptionAsync("all");

        await Page.Locator("#requests-status").SelectOptionAsync("4xx");
        await ExpectRequestsAsync(1);
        await Expect(Cell(RequestRows, "Answer")).ToHaveTextAsync("401");
        await Page.Locator("#requests-status").SelectOptionAsync("no answer");
        await ExpectRequestsAsync(1);
        await Expect(Cell(RequestRows, "Answer")).ToHaveTextAsync("none");
        await Page.Locator("#requests-status").SelectOptionAsync("2xx");
        await ExpectRequestsAsync(5);

        await Page.GetByLabel("Client").SelectOptionAsync("skopeo/1.9.3");
        await ExpectRequestsAsync(1);
        await Page.Locator("#requests-status").SelectOptionAsync("5xx");
        await ExpectRequestsAsync(0);
        await Expect(Page.Locator("#requests")).ToHaveAttributeAsync("data-empty", Matching("nothing that fits"));
    }

    [BrowserFact]
    public async Task Of_tokens_are_state_and_name()
    {
        await OpenAsync();
        await Expect(TokenRows).ToHaveCountAsync(2);

        await Page.GetByLabel("Show").SelectOptionAsync("usable");
        await Expect(TokenRows.Locator("button.name")).ToHaveTextAsync(["builder"]);
        await Page.GetByLabel("Show").SelectOptionAsync("ended");
        await Expect(TokenRows.Locator("button.name")).ToHaveTextAsync(["runner"]);
        await Page.GetByLabel("Show").SelectOptionAsync("all");
        await Page.GetByLabel("Name has").FillAsync("BUILD");
        await Expect(TokenRows.Locator("button.name")).ToHaveTextAsync(["builder"]);
        await Expect(Page.Locator("#tokens-count")).ToHaveTextAsync("1 of 2");
    }

    private async Task ExpectRequestsAsync(int count)
    {
        await Expect(RequestRows).ToHaveCountAsync(count);
        await Expect(Page.Locator("#requests-count")).ToHaveTextAsync($"{count} of 7");
    }
}
