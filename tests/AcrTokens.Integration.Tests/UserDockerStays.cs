using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>With a lease's variables docker's client still uses the user's context, plugins, proxies and headers.</summary>
[Collection(OneAtATime.Name)]
public sealed class UserDockerStays : IAsyncLifetime
{
    private const string Plugin = """
        #!/bin/sh
        if [ "$1" = docker-cli-plugin-metadata ]; then
            echo '{"SchemaVersion":"0.1.0","Vendor":"a test","Version":"1.0"}'
        else
            echo "the plugin was given: $*, and its builders are in $BUILDX_CONFIG"
        fi
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("user-docker-");
    private readonly string? before = Environment.GetEnvironmentVariable("DOCKER_CONFIG");

    private Loopback loopback = null!;
    private RecordingEngine engine = null!;
    private AcrTokenLease lease = null!;

    public async Task InitializeAsync()
    {
        loopback = await Loopback.StartAsync();
        engine = await RecordingEngine.StartAsync();
        Environment.SetEnvironmentVariable("DOCKER_CONFIG", folder.FullName);
        await DockerAsync(["context", "create", "remote", "--docker", $"host={engine.Address}"], with: false);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "config.json"),
            $$"""
            {
                "auths": { "{{loopback.Emulator.LoginServer}}": { "auth": "dXNlcjpvd24=" } },
                "currentContext": "remote",
                "HttpHeaders": { "X-Build": "nightly" },
                "proxies": { "default": { "httpProxy": "http://proxy.example:3128", "noProxy": "localhost" } }
            }
            """
        );
        var plugin = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "cli-plugins")).FullName, "docker-say");
        await File.WriteAllTextAsync(plugin, Plugin);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(plugin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        lease = await loopback.MintAsync(s => s.AddRepository("samples/hello", AcrPermission.Push));
    }

    public async Task DisposeAsync()
    {
        await lease.RevokeAsync();
        Environment.SetEnvironmentVariable("DOCKER_CONFIG", before);
        folder.Delete(recursive: true);
        await engine.DisposeAsync();
        await loopback.DisposeAsync();
    }

    [DockerFact]
    public async Task Contexts_are_the_users()
    {
        (await SameAsync("context", "show")).ShouldBe("remote\n");
        (await SameAsync("context", "ls", "--format", "{{.Name}} {{.Current}} {{.DockerEndpoint}}")).ShouldContain($"remote true {engine.Address}");
    }

    [DockerFact]
    public async Task Plugins_are_the_users_and_so_are_their_builders()
    {
        (await DockerAsync(["say", "hello"], with: true)).ShouldBe(
            $"the plugin was given: say hello, and its builders are in {Path.Combine(folder.FullName, "buildx")}\n"
        );
        (await DockerAsync(["say", "hello"], with: false)).ShouldStartWith("the plugin was given: say hello");
    }

    [DockerFact]
    public async Task Engine_gets_the_same_requests_with_the_same_proxies_and_headers()
    {
        var create = new[] { "create", "--name", "one", "samples/hello" };
        await DockerAsync(create, with: false);
        var without = engine.Take();
        await DockerAsync(create, with: true);

        engine.Take().Select(Ordered).ShouldBe(without.Select(Ordered));
        var created = without.Single(request => request.Path.EndsWith("/create", StringComparison.Ordinal));
        created.Headers.ShouldContain("X-Build: nightly");
        created.Body.ShouldContain("HTTP_PROXY=http://proxy.example:3128");
    }

    [DockerFact]
    public async Task Engine_is_given_the_leases_login_for_a_push()
    {
        await DockerAsync(["push", $"{loopback.Emulator.LoginServer}/samples/hello:1.0"], with: true);

        var push = engine.Take().Single(request => request.Path.EndsWith("/push", StringComparison.Ordinal));
        var auth = push.Headers.Split('\n').Single(header => header.StartsWith("X-Registry-Auth: ", StringComparison.OrdinalIgnoreCase))[
            "X-Registry-Auth: ".Length..
        ];
        var login = JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(auth.Replace('-', '+').Replace('_', '/'))))!;
        ((string?)login["username"]).ShouldBe(lease.Name);
    }

    // docker's client writes the variables in a different order each time.
    private static EngineRequest Ordered(EngineRequest request)
    {
        if (request.Body.Length == 0)
            return request;

        var body = JsonNode.Parse(request.Body)!;
        body["Env"] = new JsonArray([
            .. body["Env"]!
                .AsArray()
                .Select(variable => (string)variable!)
                .Order(StringComparer.Ordinal)
                .Select(variable => JsonValue.Create(variable)),
        ]);
        return request with { Body = body.ToJsonString() };
    }

    private async Task<string> SameAsync(params string[] arguments)
    {
        var with = await DockerAsync(arguments, with: true);
        with.ShouldBe(await DockerAsync(arguments, with: false));
        return with;
    }

    private async Task<string> DockerAsync(string[] arguments, bool with)
    {
        var variables = new Dictionary<string, string?> { ["DOCKER_HOST"] = null, ["DOCKER_CONTEXT"] = null };
        if (with)
        {
            foreach (var (name, value) in (await lease.GetDockerConfigAsync()).Variables)
                variables[name] = value;
        }

        var docker = await ChildProcess.RunAsync("docker", arguments, variables);
        docker.ExitCode.ShouldBe(0, docker.Output);
        return docker.Output;
    }
}
