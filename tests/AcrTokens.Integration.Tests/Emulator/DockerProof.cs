using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The docker client without an engine: it logs in, and reads manifests.</summary>
[Collection(ClientProofs.Name)]
public sealed class DockerProof(ClientMatrix matrix)
{
    [ToolFact("docker")]
    public async Task Logs_in_and_reads_a_manifest_with_what_it_stored()
    {
        await using var emulator = await EmulatorForClients.StartAsync();
        var password = await emulator.MintAsync("builder", "_repositories_pull");

        var loggedIn = await LogInAsync(emulator, "builder", password);
        var inspected = await DockerAsync(emulator, "", "manifest", "inspect", "--insecure", emulator.Emulator.BaseImage);
        matrix.Add("docker", emulator.Emulator.Requests);

        loggedIn.ExitCode.ShouldBe(0, loggedIn.Output);
        loggedIn.Output.ShouldContain("Login Succeeded");
        inspected.ExitCode.ShouldBe(0, inspected.Output);
        ((string?)JsonNode.Parse(inspected.Output)!["mediaType"]).ShouldBe("application/vnd.oci.image.manifest.v1+json");
    }

    [ToolFact("docker")]
    public async Task Is_told_why_it_is_refused()
    {
        await using var emulator = await EmulatorForClients.StartAsync();
        await emulator.MintAsync("builder", "_repositories_pull");

        var wrong = await LogInAsync(emulator, "builder", "wrong");
        var unknown = await LogInAsync(emulator, "nobody", "wrong");
        matrix.Add("docker", emulator.Emulator.Requests);

        wrong.ExitCode.ShouldNotBe(0);
        wrong.Output.ShouldContain(
            """unauthorized: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information."}]}"""
        );
        unknown.Output.ShouldContain("unauthorized: Application not registered with AAD.");
    }

    private static Task<ChildProcess> LogInAsync(EmulatorForClients emulator, string user, string password) =>
        DockerAsync(emulator, password, "login", emulator.Emulator.LoginServer, "-u", user, "--password-stdin");

    private static Task<ChildProcess> DockerAsync(EmulatorForClients emulator, string input, params string[] arguments)
    {
        var environment = emulator.Environment;
        environment["DOCKER_CONFIG"] = emulator.Folder;
        return ChildProcess.RunAsync("docker", arguments, environment, input);
    }
}
