namespace AcrTokens.Integration.Tests;

/// <summary>The lease pushes even if the user's own files have a login for its registry, in every spelling that a tool accepts.</summary>
/// <remarks>The results of each tool are written to <c>user-logins-TOOL.md</c>.</remarks>
[Collection(OneAtATime.Name)]
public sealed class UserLogins : IAsyncLifetime
{
    private static readonly (string Name, Func<string, string> Of)[] Spellings =
    [
        ("HOST", host => host),
        ("https://HOST", host => $"https://{host}"),
        ("http://HOST/", host => $"http://{host}/"),
        ("HOST in capitals", host => host.ToUpperInvariant()),
        ("HOST/samples", host => $"{host}/samples"),
        ("https://HOST/v2/", host => $"https://{host}/v2/"),
    ];

    private Loopback loopback = null!;

    public async Task InitializeAsync() => loopback = await Loopback.StartAsync();

    public async Task DisposeAsync() => await loopback.DisposeAsync();

    [ToolFact("skopeo")]
    public Task Do_not_win_over_the_leases_with_skopeo() =>
        CheckAsync(
            "skopeo",
            (_, variables) =>
                ChildProcess.RunAsync(
                    "skopeo",
                    [
                        "--insecure-policy",
                        "copy",
                        "--src-tls-verify=false",
                        "--dest-tls-verify=false",
                        $"docker://{loopback.Emulator.BaseImage}",
                        $"docker://{loopback.Emulator.LoginServer}/samples/hello:1.0",
                    ],
                    variables
                )
        );

    [ToolFact("buildah")]
    public async Task Do_not_win_over_the_leases_with_buildah()
    {
        using var storage = new TemporaryFolder();
        string[] stored = ["--storage-driver", "vfs", "--root", Path.Combine(storage.Path, "root"), "--runroot", Path.Combine(storage.Path, "run")];
        using var pull = await Credential.MakeAsync(loopback, CredentialKind.Good, "samples/hello");
        var pulled = await ChildProcess.RunAsync(
            "buildah",
            [.. stored, "pull", "--tls-verify=false", "--authfile", pull.ConfigFile, loopback.Emulator.BaseImage]
        );
        pulled.ExitCode.ShouldBe(0, pulled.Output);

        await CheckAsync(
            "buildah",
            (_, variables) =>
                ChildProcess.RunAsync(
                    "buildah",
                    [
                        .. stored,
                        "push",
                        "--tls-verify=false",
                        loopback.Emulator.BaseImage,
                        $"docker://{loopback.Emulator.LoginServer}/samples/hello:1.0",
                    ],
                    variables
                )
        );
    }

    [ToolFact("docker")]
    public Task Do_not_win_over_the_leases_with_docker() =>
        CheckAsync(
            "docker",
            async (user, variables) =>
            {
                // docker's client pushes an index alone; for an image it needs an engine.
                var list = $"{loopback.Emulator.LoginServer}/samples/hello:list-{user}";
                var created = await ChildProcess.RunAsync(
                    "docker",
                    ["manifest", "create", "--insecure", list, loopback.Emulator.BaseImage],
                    variables
                );
                return created.ExitCode == 0 ? await ChildProcess.RunAsync("docker", ["manifest", "push", "--insecure", list], variables) : created;
            }
        );

    [Fact]
    public async Task Do_not_win_over_the_leases_with_the_SDK()
    {
        var built = await ChildProcess.RunAsync("dotnet", ["build", Repository.SampleProject, "--nologo", "-c", "Release"]);
        built.ExitCode.ShouldBe(0, built.Output);

        await CheckAsync(
            "dotnet",
            (_, variables) =>
                ChildProcess.RunAsync(
                    "dotnet",
                    [
                        "publish",
                        Repository.SampleProject,
                        "--no-build",
                        "-t:PublishContainer",
                        "--nologo",
                        $"-p:ContainerRegistry={loopback.Emulator.LoginServer}",
                        "-p:ContainerRepository=samples/hello",
                        "-p:ContainerImageTag=1.0",
                        $"-p:ContainerBaseImage={loopback.Emulator.BaseImage}",
                    ],
                    variables
                ),
            isQuick: false
        );
    }

    private async Task CheckAsync(string tool, Func<int, IReadOnlyDictionary<string, string?>, Task<ChildProcess>> push, bool isQuick = true)
    {
        var rows = new List<string>();
        var run = 0;
        foreach (var file in UserFiles.Kinds)
        {
            foreach (var spelling in Spellings)
            {
                await using var users = await MintAsync();
                using var files = new UserFiles(file, spelling.Of(loopback.Emulator.LoginServer), users.Name, users.Password.Reveal());
                await using var lease = await MintAsync(s => s.EnableUserDockerConfig());
                var variables = new Dictionary<string, string?>(files.Variables);

                var without = isQuick || spelling == Spellings[0] ? await WhoAsync(variables) : "not tried";
                foreach (var (name, value) in (await lease.GetDockerConfigAsync()).Variables)
                    variables[name] = value;
                var with = await WhoAsync(variables);
                rows.Add($"| {spelling.Name} | {file} | {without} | {with} |");

                async Task<string> WhoAsync(Dictionary<string, string?> environment)
                {
                    var before = loopback.Emulator.Requests.Count;
                    var pushed = await push(run++, environment);
                    var who = loopback
                        .Emulator.Requests.Skip(before)
                        .Where(request => request.Operation == "Manifests_Put")
                        .Select(request => request.Login)
                        .Distinct()
                        .ToList();
                    return who is [var name] && pushed.ExitCode == 0
                        ? name == lease.Name
                            ? "the lease"
                            : name == users.Name
                                ? "the user"
                                : $"{name}"
                        : "nobody";
                }
            }
        }

        await File.WriteAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, $"user-logins-{tool}.md"),
            [$"| {tool}: entry | file | pushed without the lease | with the lease |", "|---|---|---|---|", .. rows]
        );
        rows.ShouldAllBe(row => row.EndsWith("| the lease |"));
        rows.Count(row => row.Contains("| the user |")).ShouldBeGreaterThanOrEqualTo(UserFiles.Kinds.Count, "the user's login is one that would win");
    }

    private Task<AcrTokenLease> MintAsync(Func<AcrTokenMintSettings, AcrTokenMintSettings>? configure = null) =>
        loopback.MintAsync(s =>
            (configure?.Invoke(s) ?? s).AddRepository("samples/hello", AcrPermission.Push).AddRepository("dotnet/runtime", AcrPermission.Pull)
        );
}
