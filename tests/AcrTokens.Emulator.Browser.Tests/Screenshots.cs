using AcrTokens.Emulator.Browser.Tests.Support;

namespace AcrTokens.Emulator.Browser.Tests;

/// <summary>
/// Writes pictures of the page beside the tests, of a state that is the same in every run. The one of the documentation is replaced by hand, from
/// the repository's root: <c>cp tests/AcrTokens.Emulator.Browser.Tests/bin/Debug/net10.0/live-page.png docs/images/</c>.
/// </summary>
public class Screenshots(Chromium chromium) : OnTheLivePage(chromium)
{
    private const string Library = "azsdk-net-AcrTokens/0.1.0 (.NET 10.0.14; Debian GNU/Linux 12)";
    private const string AzureCli = "AZURECLI/2.45.0 (DEB) azsdk-python-azure-mgmt-containerregistry/10.0.0";

    private readonly SetClock clock = new();

    protected override AcrEmulatorOptions Options => new() { TimeProvider = clock, SendRetryAfter = false };

    [BrowserTheory]
    [InlineData("live-page", 1280, 700, ColorScheme.Light)]
    [InlineData("live-page-dark", 1280, 700, ColorScheme.Dark)]
    [InlineData("live-page-narrow", 400, 900, ColorScheme.Light)]
    [InlineData("live-page-wide", 1920, 1080, ColorScheme.Light)]
    public async Task Show_the_page_at_work(string name, int width, int height, ColorScheme colors)
    {
        await WorkAsync();
        var page = await NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = colors,
            }
        );
        await page.Clock.SetFixedTimeAsync(clock.GetUtcNow().UtcDateTime);
        await page.GotoAsync(Emulator.LivePage!.ToString());
        await Expect(page.Locator("#usable")).ToHaveTextAsync("✗ 3 usable tokens");
        await Expect(page.Locator("#requests tbody tr:not(.space)").First).ToBeVisibleAsync();

        var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, name + ".png"), FullPage = true });

        (name != "live-page" || picture.Length < 200_000).ShouldBeTrue($"{picture.Length} bytes");
        await page.Context.CloseAsync();
    }

    /// <summary>A morning: builds that pushed, others that were killed, forgotten or stopped, a sweep, and two that are at work.</summary>
    private async Task WorkAsync()
    {
        using var az = new Arm(Emulator, AzureCli);
        using var library = new Arm(Emulator, Library);
        await az.PutScopeMapAsync("ci-app", "samples/app");
        await az.PutScopeMapAsync("ci-web", "samples/web");
        await MintAsync(az, "nightly-pull", "_repositories_pull", TimeSpan.FromDays(90));
        await MintAsync(az, "mirror", "_repositories_pull", TimeSpan.FromMinutes(45));
        clock.Advance(TimeSpan.FromMinutes(2));

        const string Killed = "acrt-20261127t091702z-4706-p8wq4mzt";
        var password = await MintAsync(library, Killed, "ci-web", TimeSpan.FromMinutes(15));
        await Builds.PushAsync(Killed, password, "samples/web", "2.0", "buildah/1.28.2");
        clock.Advance(TimeSpan.FromMinutes(17));
        await Builds.SweepAsync();
        await az.DeleteAsync("mirror");
        clock.Advance(TimeSpan.FromMinutes(3));
        await MintAsync(library, "acrt-20261127t092707z-4707-c1rk9dva", "ci-app", TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(2));
        await MintAsync(az, "old-runner", "ci-app", TimeSpan.FromHours(4));
        await az.DisableAsync("old-runner");
        clock.Advance(TimeSpan.FromMinutes(5));

        const string Done = "acrt-20261127t100008z-4708-t6bn3xfe";
        password = await MintAsync(library, Done, "ci-app", TimeSpan.FromMinutes(30));
        clock.Advance(TimeSpan.FromSeconds(4));
        await Builds.PushAsync(Done, password, "samples/app", "1.2", "skopeo/1.9.3");
        clock.Advance(TimeSpan.FromSeconds(2));
        await Builds.RevokeAsync(Done);
        var old = password;
        clock.Advance(TimeSpan.FromSeconds(24));

        const string Running = "acrt-20261127t100039z-4709-z0jm5hsg";
        password = await MintAsync(library, Running, "ci-app", TimeSpan.FromMinutes(30));
        clock.Advance(TimeSpan.FromSeconds(3));
        await Builds.PushAsync(Running, password, "samples/app", "1.3", "docker/28.2.2");
        clock.Advance(TimeSpan.FromSeconds(6));
        (await Builds.LogInAsync(Done, old)).ShouldBeNull();
        clock.Advance(TimeSpan.FromSeconds(2));
        await MintAsync(library, "acrt-20261127t100051z-4710-k4qv7ncb", "ci-web", TimeSpan.FromMinutes(30));
        Emulator.AddFault(new EmulatorFault("Tokens_Delete") { Status = 503, Times = 2 });
        clock.Advance(TimeSpan.FromSeconds(5));
    }

    private async Task<string> MintAsync(Arm arm, string name, string scopeMap, TimeSpan lifetime)
    {
        await arm.PutTokenAsync(name, scopeMap);
        clock.Advance(TimeSpan.FromSeconds(1));
        return await arm.GenerateAsync(name, clock.GetUtcNow() + lifetime);
    }
}
