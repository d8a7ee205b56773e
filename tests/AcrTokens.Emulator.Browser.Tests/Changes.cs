using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

public class Changes(Chromium chromium) : OnTheLivePage(chromium)
{
    private readonly SetClock clock = new();

    protected override AcrEmulatorOptions Options => new() { TimeProvider = clock };

    private ILocator Faults => Page.Locator("#faults");

    [BrowserTheory]
    [InlineData("+1 min", 1)]
    [InlineData("+10 min", 10)]
    [InlineData("+1 h", 60)]
    [InlineData("+1 day", 1440)]
    public async Task Of_the_clock_move_it(string button, int minutes)
    {
        await OpenAsync();

        await Page.RunAndWaitForResponseAsync(() => Button(button).ClickAsync(), "**/_emulator/clock");

        Emulator.Simulations.ClockAhead.ShouldBe(TimeSpan.FromMinutes(minutes));
        var expected = clock.GetUtcNow() + TimeSpan.FromMinutes(minutes);
        await Expect(Page.Locator("#clock")).ToContainTextAsync(expected.ToString("yyyy-MM-dd HH:mm:", CultureInfo.InvariantCulture));
    }

    [BrowserFact]
    public async Task Of_the_clock_expire_a_token()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await arm.GenerateAsync("builder", clock.GetUtcNow() + TimeSpan.FromMinutes(30));
        await OpenAsync();
        await Expect(Glance).ToHaveTextAsync("✗ 1 usable token");

        await Button("+1 h").ClickAsync();

        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync("expired");
        await Expect(Glance).ToHaveTextAsync("✓ Nothing usable is left");
    }

    [BrowserFact]
    public async Task Of_faults_add_and_clear_them()
    {
        using var arm = new Arm(Emulator, "test/1");
        await OpenAsync();
        await Expect(Faults).ToHaveTextAsync("none");

        await AddAsync("Tokens_Create", "503", 1);
        await Expect(Faults).ToHaveTextAsync("Tokens_Create 503 × 1");
        (await Should.ThrowAsync<HttpRequestException>(() => arm.PutTokenAsync("builder"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await Expect(Faults).ToHaveTextAsync("none");
        await Expect(Cell(RequestRows.First, "Answer")).ToHaveTextAsync("503");

        await AddAsync("Tokens_Create", "429", 2);
        await AddAsync("Tokens_Delete", "drop the answer", 1);
        await Expect(Faults).ToHaveTextAsync("Tokens_Create 429 × 2, Tokens_Delete drop answer × 1");

        await Button("Clear").ClickAsync();
        await Expect(Faults).ToHaveTextAsync("none");
        Emulator.Faults.ShouldBeEmpty();
        await arm.PutTokenAsync("builder");
    }

    [BrowserTheory]
    [InlineData("drop the request", EmulatorDrop.Request)]
    [InlineData("drop the answer", EmulatorDrop.Answer)]
    public async Task Of_faults_drop(string what, EmulatorDrop drop)
    {
        await OpenAsync();

        await AddAsync("*", what, 1);

        await Expect(Faults).ToHaveTextAsync($"* {what.Replace(" the", "", StringComparison.Ordinal)} × 1");
        Emulator.Faults.ShouldHaveSingleItem().Drop.ShouldBe(drop);
    }

    [BrowserFact]
    public async Task Of_faults_offer_the_operations_and_tell_of_one_that_there_is_not()
    {
        await OpenAsync();
        await Expect(Page.Locator("#operations option[value=Manifests_Put]")).ToHaveCountAsync(1);

        await AddAsync("Tokens_Creat", "503", 1);

        await Expect(Message).ToContainTextAsync("Tokens_Creat");
        await AddAsync("Tokens_Create", "503", 1);
        await Expect(Message).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task Of_simulations_switch_them_on_and_off()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        await OpenAsync();

        await SetAsync(() => Page.GetByLabel("Policy").SelectOptionAsync("Deny"));
        (await Should.ThrowAsync<HttpRequestException>(() => arm.PutTokenAsync("denied"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await SetAsync(() => Page.GetByLabel("Policy").SelectOptionAsync("none"));

        await SetAsync(() => Page.Locator("[data-simulation=lock]").SelectOptionAsync("CanNotDelete"));
        (await Should.ThrowAsync<HttpRequestException>(() => arm.DeleteAsync("builder"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await SetAsync(() => Page.Locator("[data-simulation=lock]").SelectOptionAsync("none"));

        await SetAsync(() => Page.GetByLabel("Subscription disabled").CheckAsync());
        (await Should.ThrowAsync<HttpRequestException>(() => arm.DeleteAsync("builder"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await SetAsync(() => Page.GetByLabel("Subscription disabled").UncheckAsync());

        await SetAsync(() => Page.GetByLabel("Firewall").CheckAsync());
        Emulator.Simulations.ShouldBe(Emulator.Simulations with { Firewall = true, Lock = EmulatorLock.None, SubscriptionDisabled = false });
        (await Builds.LogInAsync("builder", "any")).ShouldBeNull();
        await Expect(Cell(RequestRows.First, "Answer")).ToHaveTextAsync("403");
    }

    [BrowserFact]
    public async Task Of_simulations_stay_if_an_event_is_older()
    {
        var sent = new TaskCompletionSource<IRoute>();
        await OpenAsync();
        await Page.RouteAsync("**/_emulator/simulations", sent.SetResult);

        await Page.GetByLabel("Subscription disabled").CheckAsync();
        var route = await sent.Task;
        Emulator.Simulations = Emulator.Simulations with { Firewall = true };
        await Expect(Page.GetByLabel("Firewall")).ToBeCheckedAsync();

        await Expect(Page.GetByLabel("Subscription disabled")).ToBeCheckedAsync();
        await route.AbortAsync();
        await Expect(Page.GetByLabel("Subscription disabled")).Not.ToBeCheckedAsync();
    }

    [BrowserFact]
    public async Task Of_simulations_show_where_others_make_them()
    {
        await OpenAsync();

        Emulator.Simulations = new EmulatorSimulations
        {
            TokenPolicy = EmulatorTokenPolicy.Modify,
            Lock = EmulatorLock.ReadOnly,
            Firewall = true,
            SubscriptionDisabled = true,
        };

        await Expect(Page.GetByLabel("Policy")).ToHaveValueAsync("modify");
        await Expect(Page.Locator("[data-simulation=lock]")).ToHaveValueAsync("readOnly");
        await Expect(Page.GetByLabel("Firewall")).ToBeCheckedAsync();
        await Expect(Page.GetByLabel("Subscription disabled")).ToBeCheckedAsync();
    }

    [BrowserFact]
    public async Task Of_a_token_disable_and_then_delete_it()
    {
        using var arm = new Arm(Emulator, "test/1");
        await arm.PutTokenAsync("builder");
        var password = await arm.GenerateAsync("builder");
        await OpenAsync();

        await Button("Disable builder").ClickAsync();

        await Expect(Cell(RowOf("builder"), "Status")).ToHaveTextAsync("disabled");
        await Expect(Button("Disable builder")).ToHaveCountAsync(0);
        (await Builds.LogInAsync("builder", password)).ShouldBeNull();

        await Button("Delete builder").ClickAsync();

        await Expect(Cell(RowOf("builder"), "Status")).ToContainTextAsync("revoked");
        await Expect(Button("Delete builder")).ToHaveCountAsync(0);
        Emulator.Tokens.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Are_none_if_the_requests_are_saved()
    {
        await using (await Builds.MintAsync()) { }
        await OpenAsync();

        var download = await Page.RunAndWaitForDownloadAsync(() => Button("Save as JSON").ClickAsync());

        download.SuggestedFilename.ShouldBe("requests.json");
        using var http = new HttpClient(Emulator.CreateHandler()) { BaseAddress = Emulator.RegistryEndpoint };
        http.DefaultRequestHeaders.Add("x-acr-emulator-key", Emulator.ControlKey);
        var saved = await File.ReadAllTextAsync(await download.PathAsync());
        saved.ShouldBe(await http.GetStringAsync("/_emulator/requests"));
        JsonNode.Parse(saved)!.AsArray().Select(request => (string?)request!["operation"]).ShouldContain("Tokens_Create");
    }

    private async Task AddAsync(string operation, string what, int times)
    {
        await Page.GetByLabel("Operation").FillAsync(operation);
        await Page.GetByLabel("What").SelectOptionAsync(what);
        await Page.GetByLabel("Times").FillAsync(times.ToString(CultureInfo.InvariantCulture));
        await Page.RunAndWaitForResponseAsync(() => Button("Add").ClickAsync(), "**/_emulator/faults");
    }

    private Task<IResponse> SetAsync(Func<Task> change) => Page.RunAndWaitForResponseAsync(change, "**/_emulator/simulations");
}
