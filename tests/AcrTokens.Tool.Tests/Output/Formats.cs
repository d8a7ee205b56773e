namespace AcrTokens.Tool.Tests.Output;

/// <summary>What the commands print, in each format. Names and order are what scripts live on.</summary>
public sealed class Formats(Printed printed) : IClassFixture<Printed>
{
    private static readonly Dictionary<string, string> Shown = new()
    {
        ["token show"] = "token show --name nightly",
        ["token list"] = "token list",
        ["scope-map show"] = "scope-map show --name app-push",
        ["scope-map list"] = "scope-map list",
        ["credential show"] = "credential show",
        ["token credential generate"] =
            "token credential generate --name nightly --password2 --expiration 2031-01-01T00:00:00Z --password-file GENERATED",
        ["show"] = "show",
        ["sweep"] = "sweep",
        ["preflight"] = "preflight --scope-map app-push",
        ["preflight of what fails"] = "preflight --scope-map not-there",
    };

    public static TheoryData<string, string> Printings()
    {
        var printings = new TheoryData<string, string>();
        foreach (var name in Shown.Keys)
        foreach (var format in new[] { "table", "json", "tsv" })
            printings.Add(name, format);
        return printings;
    }

    [Theory]
    [MemberData(nameof(Printings))]
    public async Task Are_as_verified(string name, string format)
    {
        var run = await RunAsync($"{Shown[name]} --output {format}");

        run.Output.ShouldBeAsIn($"{name}.{format}.txt");
    }

    [Fact]
    public async Task Are_a_table_where_none_is_named()
    {
        var run = await RunAsync("token list");

        run.Output.ShouldBeAsIn("token list.table.txt");
    }

    [Fact]
    public async Task Of_no_rows_are_empty_or_an_empty_list()
    {
        await using var empty = await ToolEmulator.StartAsync();

        (await empty.RunAsync("token", "list", "--registry", empty.Registry)).Output.ShouldBe("");
        (await empty.RunAsync("token", "list", "--registry", empty.Registry, "-o", "tsv")).Output.ShouldBe("");
        (await empty.RunAsync("token", "list", "--registry", empty.Registry, "-o", "json")).Output.ShouldBe("[]\n");
    }

    private Task<ToolRun> RunAsync(string command)
    {
        var words = command.Replace("GENERATED", Path.Combine(printed.Emulator.Folder, "generated"), StringComparison.Ordinal).Split(' ');
        return printed.Emulator.RunAsync([.. words, "--registry", printed.Emulator.Registry]);
    }
}
