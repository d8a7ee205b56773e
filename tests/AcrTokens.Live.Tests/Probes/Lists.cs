using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Reads the list of tokens page by page, and deletes some of them between two pages.</summary>
internal sealed class Lists : Probe
{
    public override IReadOnlyList<string> Settles => ["A14", "A15"];

    public override async Task RunAsync(Service service, Notes notes)
    {
        await service.PutPushScopeMapAsync();
        // More than the page size that is assumed, where the registry has room and it may cost something.
        var count = service.Costly.Contains(LiveSettings.Quota) && service.Sku is not "Basic" ? 120 : 12;
        string[] made = [.. Enumerable.Range(0, count).Select(_ => Service.NewName())];
        foreach (var name in made)
            Service.Must(await service.ChangeAsync("create a token", "PUT", $"tokens/{name}", service.TokenBody(Service.PushScopeMap)));

        var whole = await ReadAsync(service, "read the list", _ => Task.CompletedTask);
        if (whole.Links.Count == 0)
        {
            notes.NotTried("A14", $"{whole.Names.Count} tokens are on one page");
            notes.NotTried("A15", $"{whole.Names.Count} tokens are on one page");
            return;
        }

        var position = new Uri(whole.Links[0])
            .Query.TrimStart('?')
            .Split('&')
            .Select(p => Uri.UnescapeDataString(p.Split('=')[0]))
            .Except(["api-version"]);
        notes.Settle(
            "A14",
            position.SequenceEqual(["$skiptoken"]),
            $"{whole.FirstPage.Count} tokens are on the first page; the position is in {string.Join(", ", position)}"
        );

        // From the page that was read and from one that was not.
        string[] gone = [made.First(whole.FirstPage.Contains), made.Last(name => !whole.FirstPage.Contains(name))];
        var list = await ReadAsync(service, "read it while tokens are deleted", DeleteAsync);
        var stay = whole.Names.Except(gone).ToList();
        var (lost, twice) = (stay.Except(list.Names).Count(), list.Names.Count - list.Names.Distinct().Count());
        notes.Settle("A15", lost == 0 && twice == 0, $"of {stay.Count} tokens that stayed, {lost} were left out and {twice} were listed twice");

        async Task DeleteAsync(int page)
        {
            foreach (var name in page == 1 ? gone : [])
                Service.Must(await service.ChangeAsync("delete between two pages", "DELETE", $"tokens/{name}"));
        }
    }

    private static async Task<Listing> ReadAsync(Service service, string step, Func<int, Task> afterPage)
    {
        var listing = new Listing([], [], []);
        for (var next = "tokens"; next is not null; )
        {
            var page = Service.Must(await service.ArmAsync(step, "GET", next));
            var names = page.Json!["value"]!.AsArray().Select(token => (string)token!["name"]!).ToList();
            listing.Names.AddRange(names);
            next = (string?)page.Json!["nextLink"];
            if (listing.Links.Count == 0)
                listing.FirstPage.AddRange(names);
            if (next is null)
                break;
            listing.Links.Add(next);
            await afterPage(listing.Links.Count);
        }

        return listing;
    }

    private sealed record Listing(List<string> Names, List<string> FirstPage, List<string> Links);
}
