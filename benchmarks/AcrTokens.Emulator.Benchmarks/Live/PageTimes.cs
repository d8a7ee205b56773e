using System.Text.Json;
using Microsoft.Playwright;

namespace AcrTokens.Emulator.Benchmarks.Live;

/// <summary>Measures the live page in headless Chromium: paint, updates, scrolling and memory.</summary>
internal static class PageTimes
{
    private const int Loads = 5;

    /// <summary>Notes when the first row is on the screen, how long each update took, and every task of more than 50 ms.</summary>
    private const string Observers = """
        window.longTasks = [];
        window.updates = [];
        new PerformanceObserver(list => window.updates.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'measure' });
        new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask' });
        const rows = new MutationObserver(() => {
          if (!document.querySelector('#requests tbody tr:not(.space)')) return;
          rows.disconnect();
          requestAnimationFrame(() => setTimeout(() => { window.firstRow = performance.now(); }));
        });
        rows.observe(document, { childList: true, subtree: true });
        """;

    private const string Painted = """
        async () => {
          while (!window.firstRow || !performance.getEntriesByName('first-contentful-paint').length) await new Promise(requestAnimationFrame);
        }
        """;

    /// <summary>Scrolls a list from the top to its end in two seconds. Returns the gaps between frames.</summary>
    private const string Scroll = """
        async id => {
          const box = document.getElementById(id), gaps = [], begin = performance.now();
          box.scrollTop = 0;
          for (let last = begin, at = 0; at < 1;) {
            const now = await new Promise(requestAnimationFrame);
            gaps.push(now - last);
            last = now;
            at = Math.min(1, Math.max(0, now - begin) / 2000);
            box.scrollTop = at * (box.scrollHeight - box.clientHeight);
          }
          return gaps.slice(1);
        }
        """;

    public static async Task MeasureAsync()
    {
        var chromium = InstalledTools.PathOf("chromium-headless-shell");
        if (chromium is null)
        {
            Console.WriteLine("live page: not measured, since chromium-headless-shell is not installed");
            return;
        }

        await using var emulator = await FullEmulator.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = chromium, ChromiumSandbox = !Environment.IsPrivilegedProcess }
        );
        Console.WriteLine($"live page: Chromium {browser.Version}, {FullEmulator.Tokens} tokens, {FullEmulator.Requests} requests");
        await LoadAsync(browser, emulator);
        await WorkAsync(browser, emulator);
    }

    private static async Task LoadAsync(IBrowser browser, AcrEmulator emulator)
    {
        List<double> paint = [];
        List<double> row = [];
        List<double> update = [];
        for (var i = 0; i < Loads; i++)
        {
            var page = await OpenAsync(browser, emulator);
            paint.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            row.Add(await page.EvaluateAsync<double>("window.firstRow"));
            update.Add((await UpdatesAsync(page))[0]);
            await page.Context.CloseAsync();
        }

        Console.WriteLine($"  first contentful paint: {Spread(paint)}; first row: {Spread(row)}; of which the first update: {Spread(update)}");
    }

    private static async Task WorkAsync(IBrowser browser, AcrEmulator emulator)
    {
        var page = await OpenAsync(browser, emulator);
        using var client = new ArmClient(emulator);
        await page.EvaluateAsync("window.updates.length = window.longTasks.length = 0");

        // Builds at work: ten a second, each with a token that comes and goes.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 100 && await timer.WaitForNextTickAsync(); i++)
        {
            await client.PutTokenAsync($"build-{i}");
            await client.GenerateAsync($"build-{i}");
            await client.GetTokenAsync($"build-{i}");
            await client.DeleteTokenAsync($"build-{i}");
        }

        var updates = await UpdatesAsync(page);
        var tasks = await page.EvaluateAsync<double[]>("window.longTasks");
        Console.WriteLine($"  {updates.Length} updates while builds mint: {Spread(updates)}; tasks above 50 ms: {Tasks(tasks)}");

        // As fast as the emulator can, on the same processors.
        await page.EvaluateAsync("window.updates.length = window.longTasks.length = 0");
        await client.PutTokenAsync("builder");
        var count = await Reads.RunAsync(client, TimeSpan.FromSeconds(5), connections: 16);
        updates = await UpdatesAsync(page);
        tasks = await page.EvaluateAsync<double[]>("window.longTasks");
        Console.WriteLine($"  {updates.Length} updates of {count / 5} requests a second: {Spread(updates)}; tasks above 50 ms: {Tasks(tasks)}");

        foreach (var list in new[] { "tokens", "requests" })
        {
            await page.EvaluateAsync("window.longTasks.length = 0");
            var gaps = await page.EvaluateAsync<double[]>(Scroll, list);
            tasks = await page.EvaluateAsync<double[]>("window.longTasks");
            Console.WriteLine($"  frames while {list} scroll to the end: {Spread(gaps)}; tasks above 50 ms: {Tasks(tasks)}");
        }

        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("HeapProfiler.collectGarbage");
        await devTools.SendAsync("Performance.enable");
        var metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        Console.WriteLine($"  JavaScript heap: {Metric(metrics, "JSHeapUsedSize") / 1e6:F1} MB; nodes: {Metric(metrics, "Nodes"):F0}");
        await page.Context.CloseAsync();
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, AcrEmulator emulator)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1280, Height = 800 },
            }
        );
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(Observers);
        await page.GotoAsync(emulator.LivePage!.ToString());
        await page.EvaluateAsync(Painted);
        return page;
    }

    private static Task<double[]> UpdatesAsync(IPage page) => page.EvaluateAsync<double[]>("window.updates");

    private static double Metric(JsonElement metrics, string name) =>
        metrics.EnumerateArray().First(metric => metric.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();

    private static string Spread(IReadOnlyCollection<double> times) =>
        $"median {times.Order().ElementAt(times.Count / 2):F1} ms, worst {times.Max():F1} ms";

    private static string Tasks(double[] tasks) => tasks.Length == 0 ? "none" : $"{tasks.Length}, the longest {tasks.Max():F0} ms";
}
