namespace AcrTokens.Tests;

/// <summary>A tool's own login. A script stands in for the tool.</summary>
public sealed class ToolLogins : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tool-logins-");
    private readonly AcrDockerConfig config = AcrDockerConfig.Create(new(["contoso.azurecr.io"], "a-token", new AcrSecret(Substitutes.Password)));

    public void Dispose()
    {
        config.Dispose();
        folder.Delete(recursive: true);
    }

    [UnixFact]
    public async Task Hand_the_password_over_on_standard_input_alone()
    {
        await LogInAsync("""printf '%s\n' "$@" >"$0.arguments"; cat >"$0.input"; env >"$0.environment" """, "registry", "login");

        File.ReadAllLines(Result("arguments")).ShouldBe(["registry", "login", "--username", "a-token", "--password-stdin", "contoso.azurecr.io"]);
        File.ReadAllText(Result("input")).ShouldBe(Substitutes.Password);
        File.ReadAllText(Result("environment")).ShouldNotContain(Substitutes.Password);
    }

    [UnixFact]
    public async Task Let_the_tool_store_what_it_will_in_the_private_configuration()
    {
        await LogInAsync("""env >"$0.environment" """);

        var environment = File.ReadAllLines(Result("environment"));
        foreach (var (name, value) in config.Variables)
            environment.ShouldContain($"{name}={value}");
    }

    [UnixFact]
    public async Task Say_what_the_tool_said_when_it_fails_without_the_password()
    {
        AcrRedaction.Add("a-token", new AcrSecret(Substitutes.Password));

        var failure = await Should.ThrowAsync<AcrException>(() => LogInAsync("""echo "Error: refused $(cat)" >&2; exit 3"""));

        failure.Message.ShouldBe(
            $"Could not log in to contoso.azurecr.io with '/bin/sh {Result()} login': it ended with exit code 3: Error: refused [REDACTED]"
        );
        failure.Resource.ShouldBe("contoso.azurecr.io");
    }

    [UnixFact]
    public async Task Do_not_mind_a_tool_that_ends_before_it_has_read() => await LogInAsync("exec <&-; exit 0");

    [UnixFact]
    public async Task End_the_tool_when_they_are_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var login = LogInAsync("""mkfifo "$0.never"; read line <"$0.never" """, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(login);
    }

    [UnixFact]
    public async Task Do_not_wait_for_a_child_that_a_tool_left_when_it_failed()
    {
        try
        {
            var failure = await Should.ThrowAsync<AcrException>(() =>
                LogInAsync("""mkfifo "$0.end"; cat "$0.end" & echo "Error: refused" >&2; exit 3""")
            );

            failure.Message.ShouldEndWith("it ended with exit code 3: Error: refused");
        }
        finally
        {
            await File.WriteAllTextAsync(Result("end"), ""); // ends the child
        }
    }

    [Fact]
    public async Task Say_that_the_tool_is_not_there()
    {
        var failure = await Should.ThrowAsync<AcrException>(() =>
            ToolLogin.RunAsync(
                new AcrLoginTool("no-such-tool", "login"),
                new(["contoso.azurecr.io"], "a-token", new AcrSecret(Substitutes.Password)),
                config,
                default
            )
        );

        failure.Message.ShouldStartWith(
            "Could not log in to contoso.azurecr.io with 'no-such-tool login': there is no 'no-such-tool' on PATH. Install it, or do without:"
        );
    }

    [Fact]
    public void Know_the_tools_that_take_a_password_on_standard_input() =>
        new[] { AcrLoginTool.Docker, AcrLoginTool.Skopeo, AcrLoginTool.Oras, AcrLoginTool.Helm }
            .Select(t => $"{t}")
            .ShouldBe(["docker login", "skopeo login", "oras login", "helm registry login"]);

    [UnixFact]
    public void Find_a_tool_in_the_folders_of_PATH_alone()
    {
        WriteTool("exit 0");
        var plain = Path.Combine(folder.FullName, "plain");
        File.WriteAllText(plain, "not a program");

        CommandPath.Find("tool", $"/nowhere:{folder.FullName}", null, isWindows: false).ShouldBe(Result());
        CommandPath.Find("plain", folder.FullName, null, isWindows: false).ShouldBeNull();
        CommandPath.Find("tool", $".:{Path.GetRelativePath(Environment.CurrentDirectory, folder.FullName)}", null, isWindows: false).ShouldBeNull();
        CommandPath.Find("tool", null, null, isWindows: false).ShouldBeNull();
        CommandPath.Find(Result(), null, null, isWindows: false).ShouldBe(Result());
    }

    // As on Windows, where Docker Desktop installs a shell script beside its program.
    [Theory]
    [InlineData("docker", "docker docker.EXE", null, "docker.EXE")]
    [InlineData("docker", "docker docker.EXE", ".COM;.EXE;.BAT;.CMD;.VBS;.JS", "docker.EXE")]
    [InlineData("docker", "docker docker.CMD docker.EXE", ".CMD;.EXE", "docker.CMD")]
    [InlineData("docker.exe", "docker docker.exe", null, "docker.exe")]
    [InlineData("docker", "docker", null, null)]
    [InlineData("docker", "docker docker.JS", ".JS", null)]
    public void Take_no_bare_name_for_a_program_on_Windows(string command, string files, string? extensions, string? found)
    {
        foreach (var file in files.Split(' '))
            File.WriteAllText(Path.Combine(folder.FullName, file), "");
        var expected = found is null ? null : Path.Combine(folder.FullName, found);

        CommandPath.Find(command, folder.FullName, extensions, isWindows: true).ShouldBe(expected);
        CommandPath.Find(Path.Combine(folder.FullName, command), null, extensions, isWindows: true).ShouldBe(expected);
    }

    private string Result(string? of = null) => Path.Combine(folder.FullName, of is null ? "tool" : $"tool.{of}");

    private async Task LogInAsync(string script, params string[] arguments) => await LogInAsync(script, default, arguments);

    private async Task LogInAsync(string script, CancellationToken cancellationToken, params string[] arguments)
    {
        WriteTool(script);
        // The script is not executed directly: that fails while a process of another test still has it open.
        var tool = new AcrLoginTool("/bin/sh", [Result(), .. arguments is [] ? ["login"] : arguments]);
        await ToolLogin.RunAsync(tool, new(["contoso.azurecr.io"], "a-token", new AcrSecret(Substitutes.Password)), config, cancellationToken);
    }

    private void WriteTool(string script)
    {
        File.WriteAllText(Result(), $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Result(), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
