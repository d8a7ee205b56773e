using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The .NET SDK's container publish, over http as in the other tests, and over https with a verified certificate.</summary>
[Collection(ClientProofs.Name)]
public sealed class DotNetSdkProof(ClientMatrix matrix)
{
    [Fact]
    public Task Publishes_an_image() => PublishAsync(https: false);

    [LinuxFact("other systems do not trust the authorities of SSL_CERT_FILE")]
    public Task Publishes_an_image_over_https() => PublishAsync(https: true);

    private async Task PublishAsync(bool https)
    {
        await using var emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = https ? 0 : null });
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"builder:{await emulator.MintAsync("builder", "_repositories_push")}"));
        var config = new JsonObject { ["auths"] = new JsonObject { [emulator.Emulator.LoginServer] = new JsonObject { ["auth"] = auth } } };
        await File.WriteAllTextAsync(Path.Combine(emulator.Folder, "config.json"), config.ToJsonString());
        // Restored first, since the emulator's authority alone would not be enough for the package feed.
        var restored = await ChildProcess.RunAsync("dotnet", ["restore", Repository.SampleProject]);
        restored.ExitCode.ShouldBe(0, restored.Output);
        var environment = https ? emulator.Environment : [];
        environment["DOCKER_CONFIG"] = emulator.Folder;

        var published = await ChildProcess.RunAsync(
            "dotnet",
            [
                "publish",
                Repository.SampleProject,
                "--no-restore",
                "-t:PublishContainer",
                "--nologo",
                "-getProperty:GeneratedContainerDigest",
                $"-p:ContainerRegistry={emulator.Emulator.LoginServer}",
                "-p:ContainerImageTag=1.0",
                $"-p:ContainerBaseImage={emulator.Emulator.BaseImage}",
            ],
            environment
        );
        matrix.Add(https ? ".NET SDK (https)" : ".NET SDK", emulator.Emulator.Requests);

        published.ExitCode.ShouldBe(0, published.Output);
        published.Output.Trim().ShouldStartWith("sha256:");
        emulator.Emulator.Requests.ShouldContain(request =>
            request.Operation == "Manifests_Put" && request.Path == "/v2/samples/hello/manifests/1.0" && request.Status == 201
        );
    }
}
