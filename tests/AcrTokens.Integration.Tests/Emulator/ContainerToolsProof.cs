using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>Tools that build, push and pull images without a daemon.</summary>
[Collection(ClientProofs.Name)]
public sealed class ContainerToolsProof(ClientMatrix matrix) : IAsyncLifetime
{
    private EmulatorForClients emulator = null!;
    private string authFile = "";

    private string Image => $"{emulator.Emulator.LoginServer}/team/samples/app";

    // A driver that needs no rights of the machine.
    private string[] Storage => ["--root", PathOf("storage"), "--runroot", PathOf("run"), "--storage-driver", "vfs"];

    public async Task InitializeAsync()
    {
        emulator = await EmulatorForClients.StartAsync();
        authFile = PathOf("auth.json");
        AuthFile.Write(authFile, emulator.Emulator.LoginServer, "builder", await emulator.MintAsync("builder", "_repositories_admin"));
    }

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [ToolFact("buildah")]
    public async Task Buildah_pulls_a_base_image_and_pushes_what_it_built()
    {
        var container = (await RunAsync("buildah", [.. Storage, "from", "-q", .. Login, emulator.Emulator.BaseImage])).Trim();
        await RunAsync("buildah", [.. Storage, "config", "--label", "by=buildah", container]);
        await RunAsync("buildah", [.. Storage, "commit", "-q", container, "built"]);
        await RunAsync("buildah", [.. Storage, "push", "-q", .. Login, "built", $"docker://{Image}:buildah"]);
        matrix.Add("buildah", emulator.Emulator.Requests);

        (await LabelAsync("buildah")).ShouldBe("buildah");
    }

    [ToolFact("podman", "skopeo")]
    public async Task Podman_pulls_tags_and_pushes()
    {
        await RunAsync("podman", [.. Storage, "pull", "-q", .. Login, emulator.Emulator.BaseImage]);
        await RunAsync("podman", [.. Storage, "tag", emulator.Emulator.BaseImage, $"{Image}:podman"]);
        await RunAsync("podman", [.. Storage, "push", "-q", .. Login, $"{Image}:podman"]);
        matrix.Add("podman", emulator.Emulator.Requests);

        (await new Skopeo(emulator, authFile).InspectAsync($"{Image}:podman")).ExitCode.ShouldBe(0);
    }

    [ToolFact("umoci", "skopeo")]
    public async Task Umoci_s_image_comes_back_as_it_was()
    {
        await File.WriteAllTextAsync(PathOf("file"), "layer");
        await RunAsync("umoci", ["init", "--layout", PathOf("made")]);
        await RunAsync("umoci", ["new", "--image", $"{PathOf("made")}:1"]);
        await RunAsync("umoci", ["insert", "--rootless", "--image", $"{PathOf("made")}:1", PathOf("file"), "/file"]);
        await CopyAsync($"oci:{PathOf("made")}:1", $"docker://{Image}:umoci");
        await CopyAsync($"docker://{Image}:umoci", $"oci:{PathOf("back")}:1");
        // umoci works on folders; skopeo, by its own name, carries them.
        matrix.Add("skopeo", emulator.Emulator.Requests);

        (await StatAsync("back")).ShouldBe(await StatAsync("made"));
    }

    private string[] Login => ["--authfile", authFile, "--tls-verify=false"];

    private async Task CopyAsync(string from, string to) =>
        await RunAsync(
            "skopeo",
            ["--insecure-policy", "copy", "--authfile", authFile, "--src-tls-verify=false", "--dest-tls-verify=false", from, to]
        );

    private async Task<string> StatAsync(string layout) => await RunAsync("umoci", ["stat", "--json", "--image", $"{PathOf(layout)}:1"]);

    private async Task<string?> LabelAsync(string tag)
    {
        var inspected = await RunAsync("buildah", [.. Storage, "pull", "-q", "--policy", "always", .. Login, $"docker://{Image}:{tag}"]);
        var config = JsonNode.Parse(await RunAsync("buildah", [.. Storage, "inspect", "--type", "image", inspected.Trim()]))!;
        return (string?)config["OCIv1"]!["config"]!["Labels"]!["by"];
    }

    private async Task<string> RunAsync(string program, string[] arguments)
    {
        var ended = await ChildProcess.RunAsync(program, arguments, emulator.Environment);
        ended.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {ended.Output}");
        return ended.Output;
    }

    private string PathOf(string name) => Path.Combine(emulator.Folder, name);
}
