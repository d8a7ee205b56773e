namespace AcrTokens.Emulator.Browser.Tests.Support;

/// <summary>
/// A browser for the tests of one class: Debian's package <c>chromium-headless-shell</c>. It is Chromium without a desktop's services, and what
/// Playwright itself uses where nobody looks. Nothing is downloaded.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Name = "chromium-headless-shell";

    private IPlaywright? playwright;

    /// <summary>Started only where it is installed: a fixture is created even if every test is skipped.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (InstalledTools.WhatIsMissing([Name]) is not null)
            return;

        // An expectation ends when it is met. The time is for a machine that compiles meanwhile.
        SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = InstalledTools.PathOf(Name),
                Args = ["--disable-gpu"],
                // The sandbox refuses root, who runs the tests in a container.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
            }
        );
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>A fact about the page in a real browser. Skipped if it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = InstalledTools.WhatIsMissing([Chromium.Name]);
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = InstalledTools.WhatIsMissing([Chromium.Name]);
}
