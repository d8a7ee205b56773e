namespace AcrTokens.Tool.Tests.Output;

/// <summary>What the commands print, in each format. Names and order are what scripts live on.</summary>
public sealed class Formats : IAsyncLifetime
{
    private ToolEmulator emulator = null!;

    public static TheoryData<string, string> Shown =>
        new()
        {
            { "token show", "token show --name nightly" },
            { "token list", "token list" },
            { "scope-map show", "scope-map show --name app-push" },
            { "scope-map list", "scope-map list" },
            { "credential show", "credential show" },
            { "token credential generate", "token credential generate --name nightly --password1 --password-file generated" },
            { "show", "show" },
            { "sweep", "sweep" },
            { "preflight", "preflight --scope-map app-push" },
            { "preflight of what fails", "preflight --scope-map not-there" },
        };

    public async Task InitializeAsync()
    {
        emulator = await ToolEmulator.StartAsync();
        await RunAsync("scope-map create --name app-push --repository samples/app:push --description a\tb");
        await RunAsync("token create --name nightly --scope-map app-push --expiration 2031-01-01T00:00:00Z --password-file nightly");
        await RunAsync("token create --name weekly --scope-map _repositories_pull --status disabled");
    }

    public Task DisposeAsync() => emulator.DisposeAsync().AsTask();

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task Are_as_verified(string name, string command)
    {
        foreach (var format in new[] { "table", "json", "tsv" })
        {
            var run = await RunAsync($"{command} --output {format}");

            run.Output.ShouldBeAsIn($"{name}.{format}.txt");
        }
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

    // Files are named by the folder that goes with the emulator.
    private Task<ToolRun> RunAsync(string command)
    {
        var words = command.Split(' ').ToList();
        if (words.IndexOf("--password-file") is >= 0 and var option)
            words[option + 1] = Path.Combine(emulator.Folder, words[option + 1]);
        return emulator.RunAsync([.. words, "--registry", emulator.Registry]);
    }
}
