using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Stories(Chromium chromium) : OnTheLivePage(chromium)
{
    [BrowserFact]
    public async Task Run_from_the_tokens_creation_to_the_refusal_of_its_password()
    {
        await OpenAsync();
        var (token, _) = await EndedAsync();

        await Button(token).First.ClickAsync();

        await Expect(RequestRows.First).ToContainTextAsync("OAuth2_Token");
        var polls = "OperationStatuses_Get 200";
        (await StoryAsync())
            .Where(request => request != polls)
            .ShouldBe([
                "Tokens_Create 201",
                "Registries_GenerateCredentials 200",
                "OAuth2_Token 200",
                "Uploads_Begin 201",
                "Uploads_Begin 201",
                "Manifests_Put 201",
                "Tokens_Update 201",
                "Tokens_Delete 202",
                "OAuth2_Token 401",
            ]);
        await Expect(Cell(RequestRows.First, "Answer")).ToHaveClassAsync("failed");
        await Expect(Cell(RequestRows.First, "Client")).ToHaveTextAsync("skopeo/1.9.3");
        await Expect(Cell(RequestRows.First, "Took")).ToHaveTextAsync(Matching("^[0-9.]+ ms$"));
        await Expect(Page.Locator("#requests-count")).ToHaveTextAsync(Matching("^11 of [0-9]{2}$"));
    }

    [BrowserFact]
    public async Task Are_those_of_one_token_even_if_others_have_names_that_begin_alike()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await arm.PutTokenAsync("builder-2");
        await OpenAsync();
        await Expect(RequestRows).ToHaveCountAsync(2);

        await RowOf("builder").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(RequestRows).ToHaveCountAsync(1);

        // Typed, it is a part of a name.
        await Page.GetByLabel("Token", new() { Exact = true }).FillAsync("builder");
        await Expect(RequestRows).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task Hold_no_secret_in_the_page_or_in_what_the_browser_got()
    {
        await Page.AddInitScriptAsync(
            "const parse = JSON.parse; window.got = []; JSON.parse = text => { window.got.push(text); return parse(text); };"
        );
        await OpenAsync();
        var (token, password) = await EndedAsync();
        await Button(token).First.ClickAsync();
        await Expect(RequestRows.First).ToContainTextAsync("401");

        var got = string.Concat(await Page.EvaluateAsync<string[]>("window.got"));
        var shown = await Page.ContentAsync();

        foreach (var text in new[] { got, shown })
        {
            text.ShouldContain(token);
            foreach (var secret in new[] { password, Emulator.AccessToken, Emulator.ClientSecret, Emulator.ControlKey })
            {
                text.ShouldNotContain(secret);
                text.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{token}:{secret}")));
            }
        }
    }

    /// <summary>A build that has pushed, after whose end somebody tries the old password.</summary>
    private async Task<(string Token, string Password)> EndedAsync()
    {
        var lease = await Builds.MintAsync();
        var password = lease.Password.Reveal();
        await Builds.PushAsync(lease);
        await lease.DisposeAsync();
        (await Builds.LogInAsync(lease.Name, password)).ShouldBeNull();
        return (lease.Name, password);
    }
}
