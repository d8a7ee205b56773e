using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>
/// CNCF distribution accepts the emulator's tokens: behind the emulator, as the store of its images, and beside it, with the emulator as
/// the realm of its logins.
/// </summary>
[Collection(ClientProofs.Name)]
public sealed class DockerRegistryProof(ClientMatrix matrix)
{
    [ToolFact("docker-registry", "skopeo")]
    public async Task Stores_images_behind_the_emulator()
    {
        var folder = Directory.CreateTempSubdirectory("acr-emulator-registry-");
        await using (var registry = await DockerRegistry.StartAsync(folder.FullName))
        {
            await using var seeded = await EmulatorForClients.StartAsync();
            await using var emulator = await EmulatorForClients.StartAsync(o =>
                o with
                {
                    UpstreamRegistry = registry.Address,
                    RegistryHttpsPort = 0,
                }
            );
            var image = await SeedAsync(seeded);
            var skopeo = new Skopeo(emulator, "builder", await emulator.MintAsync("builder", "_repositories_admin"));
            var reader = new Skopeo(emulator, "reader", await emulator.MintAsync("reader", "_repositories_pull"));
            var app = $"{emulator.Emulator.LoginServer}/samples/app:1";

            var pushed = await skopeo.CopyAsync(image, app);
            var inspected = await skopeo.InspectAsync(app);
            var pulled = await reader.CopyAsync(app, Path.Combine(emulator.Folder, "pulled"));
            var refused = await reader.CopyAsync(image, app);
            using var direct = new HttpClient();
            var stored = await direct.GetAsync(new Uri(registry.Address, "v2/samples/app/tags/list"));
            matrix.Add("skopeo, docker-registry behind", emulator.Emulator.Requests);

            pushed.ExitCode.ShouldBe(0, pushed.Output);
            ((string?)JsonNode.Parse(inspected.Output)!["Architecture"]).ShouldBe("amd64");
            pulled.ExitCode.ShouldBe(0, pulled.Output);
            refused.Output.ShouldContain("requested access to the resource is denied");
            (await stored.Content.ReadAsStringAsync()).Trim().ShouldBe("""{"name":"samples/app","tags":["1"]}""");
        }

        folder.Delete(recursive: true);
    }

    [ToolFact("docker-registry", "skopeo")]
    public async Task Asks_the_emulator_who_may_log_in()
    {
        var folder = Directory.CreateTempSubdirectory("acr-emulator-registry-");
        await using var emulator = await EmulatorForClients.StartAsync();
        var auth = $$"""
            auth:
              token:
                realm: {{emulator.Emulator.RegistryEndpoint}}oauth2/token
                service: {{emulator.Emulator.RegistryEndpoint.Authority}}
                issuer: Azure Container Registry
                rootcertbundle: {{emulator.AuthorityFile}}
            """;
        await using (var registry = await DockerRegistry.StartAsync(folder.FullName, auth))
        {
            var image = await SeedAsync(emulator);
            var server = registry.Address.Authority;
            var pusher = new Skopeo(emulator, "pusher", await emulator.MintAsync("pusher", "_repositories_push"), server);
            var reader = new Skopeo(emulator, "reader", await emulator.MintAsync("reader", "_repositories_pull"), server);
            var app = $"{server}/samples/app:1";

            var pushed = await pusher.CopyAsync(image, app);
            var pulled = await reader.CopyAsync(app, Path.Combine(emulator.Folder, "pulled"));
            var refused = await reader.CopyAsync(image, $"{server}/samples/other:1");
            var wrong = await new Skopeo(emulator, "reader", "wrong", server).InspectAsync(app);
            matrix.Add("skopeo, docker-registry beside", emulator.Emulator.Requests);

            pushed.ExitCode.ShouldBe(0, pushed.Output);
            pulled.ExitCode.ShouldBe(0, pulled.Output);
            refused.ExitCode.ShouldNotBe(0);
            refused.Output.ShouldContain("denied");
            wrong.ExitCode.ShouldNotBe(0);
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Copies an image from an emulator to a folder.</summary>
    private static async Task<string> SeedAsync(EmulatorForClients emulator)
    {
        var folder = Path.Combine(emulator.Folder, "image");
        var copied = await new Skopeo(emulator, "seeder", await emulator.MintAsync("seeder", "_repositories_pull")).CopyAsync(
            emulator.Emulator.BaseImage,
            folder
        );
        copied.ExitCode.ShouldBe(0, copied.Output);
        return folder;
    }
}
