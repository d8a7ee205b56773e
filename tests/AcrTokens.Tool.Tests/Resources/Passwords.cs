namespace AcrTokens.Tool.Tests.Resources;

/// <summary>Where passwords go, and where they do not.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class Passwords : IAsyncLifetime
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private ToolEmulator emulator = null!;

    private string Place => Path.Combine(emulator.Folder, "password");

    public async Task InitializeAsync()
    {
        emulator = await ToolEmulator.StartAsync();
        await emulator.TokenAsync("nightly");
    }

    public Task DisposeAsync() => emulator.DisposeAsync().AsTask();

    [UnixFact]
    public async Task Go_to_a_file_that_only_the_user_may_read()
    {
        var run = await GenerateAsync("--password1", "--password-file", Place);

        run.ExitCode.ShouldBe(0, run.Error);
        var password = await File.ReadAllTextAsync(Place);
        File.GetUnixFileMode(Place).ShouldBe(Own);
        (await emulator.LogsInAsync("nightly", password)).ShouldBeTrue();
        (run.Output + run.Error).ShouldNotContain(password);
        Files().ShouldBe(["password"]);
    }

    [UnixFact]
    public async Task Take_the_place_of_the_one_before()
    {
        await File.WriteAllTextAsync(Place, "the one before");
        File.SetUnixFileMode(Place, Own);

        var run = await GenerateAsync("--password2", "--password-file", Place);

        run.ExitCode.ShouldBe(0, run.Error);
        (await emulator.LogsInAsync("nightly", await File.ReadAllTextAsync(Place))).ShouldBeTrue();
        Files().ShouldBe(["password"]);
    }

    [Fact]
    public async Task Go_down_a_pipe_alone()
    {
        var run = await GenerateAsync("--password1", "--password2", "--password-stdout");

        run.Error.ShouldBe("");
        var lines = run.Output.Split('\n');
        lines.Length.ShouldBe(3);
        lines[2].ShouldBe("");
        (await emulator.LogsInAsync("nightly", lines[0])).ShouldBeTrue();
        (await emulator.LogsInAsync("nightly", lines[1])).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_go_to_a_file_of_their_own()
    {
        var second = Path.Combine(emulator.Folder, "second");

        var run = await GenerateAsync("--password2", "--password1", "--password-file", Place, "--password-file", second);

        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllTextAsync(Place)).ShouldNotBe(await File.ReadAllTextAsync(second));
        (await emulator.LogsInAsync("nightly", await File.ReadAllTextAsync(second))).ShouldBeTrue();
    }

    [Fact]
    public async Task Are_not_made_without_a_place()
    {
        var run = await GenerateAsync("--password1");

        ShouldBeRefused(run, "there is no place for the password (--password-file, --password-stdout)");
    }

    [UnixFact]
    public async Task Overwrite_nothing_else()
    {
        var link = Path.Combine(emulator.Folder, "link");
        File.CreateSymbolicLink(link, Place);
        await File.WriteAllTextAsync(Place, "a file that everybody may read");

        var run = await GenerateAsync("--password1", "--password-file", Place);
        var runs = new[]
        {
            (run, "is there, and is no password's file"),
            (await GenerateAsync("--password1", "--password-file", link), "is a link"),
            (await GenerateAsync("--password1", "--password-file", emulator.Folder), "is a directory"),
            (await GenerateAsync("--password1", "--password-file", Path.Combine(emulator.Folder, "no", "folder")), "cannot be written"),
            (await GenerateAsync("--password1", "--password2", "--password-file", Path.Combine(emulator.Folder, "new")), "name one for each"),
        };

        foreach (var (refused, why) in runs)
            ShouldBeRefused(refused, why);
        (await File.ReadAllTextAsync(Place)).ShouldBe("a file that everybody may read");
    }

    [UnixFact]
    public async Task Leave_what_is_there_where_the_service_refuses()
    {
        await File.WriteAllTextAsync(Place, "the one before");
        File.SetUnixFileMode(Place, Own);

        var run = await emulator.RunAsync([
            "token",
            "credential",
            "generate",
            "-r",
            emulator.Registry,
            "-n",
            "not-there",
            "--password1",
            "--password-file",
            Place,
        ]);

        run.ExitCode.ShouldBe(1);
        (await File.ReadAllTextAsync(Place)).ShouldBe("the one before");
        Files().ShouldBe(["password"]);
    }

    [ToolFact("script")]
    public async Task Are_never_shown_on_a_terminal()
    {
        var run = await OnTerminal.RunAsync(
            emulator,
            ["token", "credential", "generate", "-r", emulator.Registry, "-n", "nightly", "--password1", "--password-stdout"]
        );

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("--password-stdout would show the password on the terminal");
        emulator.Service.Requests.ShouldAllBe(request => request.Operation != "Registries_GenerateCredentials");
    }

    [Fact]
    public async Task Of_a_token_are_made_with_it_where_there_is_a_place()
    {
        var run = await emulator.RunAsync([
            "token",
            "create",
            "-r",
            emulator.Registry,
            "-n",
            "a-token",
            "--scope-map",
            "_repositories_pull",
            "--expiration-in-days",
            "7",
            "--password-file",
            Place,
            "--output",
            "json",
        ]);

        run.ExitCode.ShouldBe(0, run.Error);
        var password = await File.ReadAllTextAsync(Place);
        (await emulator.LogsInAsync("a-token", password)).ShouldBeTrue();
        run.Output.ShouldContain("\"name\": \"password1\"");
        run.Output.ShouldNotContain(password);
        (await emulator.GetTokenAsync("a-token"))
            .Passwords.ShouldHaveSingleItem()
            .ExpiresOn!.Value.ShouldBe(DateTimeOffset.UtcNow.AddDays(7), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Of_a_token_are_none_without_a_place()
    {
        await emulator.RunAsync(["token", "create", "-r", emulator.Registry, "-n", "a-token", "--scope-map", "_repositories_pull"]);

        (await emulator.GetTokenAsync("a-token")).Passwords.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("show", "--password-stdout")]
    [InlineData("renew", "--password-name", "password2", "--password-stdout")]
    public async Task Of_the_admin_user_go_to_a_place_too(string command, params string[] options)
    {
        var run = await emulator.RunAsync(["credential", command, "--name", emulator.Registry, .. options]);

        run.ExitCode.ShouldBe(0, run.Error);
        (await emulator.LogsInAsync(emulator.Registry, run.Output.TrimEnd('\n'))).ShouldBeTrue();
    }

    [ToolFact("bash")]
    public async Task That_nobody_reads_are_a_failure()
    {
        var run = await emulator.RunWithFullOutputAsync("credential", "show", "-n", emulator.Registry, "--password-stdout");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("The password cannot be written to standard output");
    }

    private Task<ToolRun> GenerateAsync(params string[] options) =>
        emulator.RunAsync(["token", "credential", "generate", "--registry", emulator.Registry, "--name", "nightly", .. options]);

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(emulator.Folder, "password*").Select(Path.GetFileName);

    private void ShouldBeRefused(ToolRun run, string why)
    {
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(why);
        run.Output.ShouldBe("");
        emulator.Service.Requests.ShouldAllBe(request => request.Operation != "Registries_GenerateCredentials");
    }
}
