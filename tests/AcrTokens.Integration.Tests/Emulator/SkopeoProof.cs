using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>skopeo with the built-in registry: over http, and over https with a verified certificate.</summary>
[Collection(ClientProofs.Name)]
public sealed class SkopeoProof(ClientMatrix matrix)
{
    [ToolFact("skopeo")]
    public Task Pushes_pulls_lists_and_deletes_over_http() => ProveAsync(https: false);

    [ToolFact("skopeo")]
    public Task Pushes_pulls_lists_and_deletes_over_https() => ProveAsync(https: true);

    [ToolFact("skopeo")]
    public async Task Is_held_to_its_scope_map()
    {
        await using var emulator = await EmulatorForClients.StartAsync();
        var skopeo = new Skopeo(emulator, "reader", await emulator.MintAsync("reader", "_repositories_pull"));

        var pulled = await skopeo.InspectAsync(emulator.Emulator.BaseImage);
        var pushed = await skopeo.CopyAsync(emulator.Emulator.BaseImage, $"{emulator.Emulator.LoginServer}/samples/app:1");
        matrix.Add("skopeo", emulator.Emulator.Requests);

        // skopeo also lists tags when it inspects, and the pull right does not cover that.
        pulled.Output.ShouldContain("requested access to the resource is denied");
        pushed.ExitCode.ShouldNotBe(0);
        pushed.Output.ShouldContain("requested access to the resource is denied");
    }

    [ToolFact("skopeo")]
    public async Task Is_refused_with_a_wrong_password()
    {
        await using var emulator = await EmulatorForClients.StartAsync();
        await emulator.MintAsync("reader", "_repositories_pull");

        var refused = await new Skopeo(emulator, "reader", "wrong").InspectAsync(emulator.Emulator.BaseImage);
        var unknown = await new Skopeo(emulator, "nobody", "wrong").InspectAsync(emulator.Emulator.BaseImage);
        matrix.Add("skopeo", emulator.Emulator.Requests);

        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("authentication required, visit https://aka.ms/acr/authorization");
        unknown.Output.ShouldContain("Application not registered with AAD.");
    }

    private async Task ProveAsync(bool https)
    {
        await using var emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = https ? 0 : null });
        var skopeo = new Skopeo(emulator, "builder", await emulator.MintAsync("builder", "_repositories_admin"));
        var image = $"{emulator.Emulator.LoginServer}/samples/app";
        var folder = Path.Combine(emulator.Folder, "image");

        foreach (var (from, to) in new[] { (emulator.Emulator.BaseImage, $"{image}:1"), ($"{image}:1", folder), (folder, $"{image}:2") })
        {
            var copied = await skopeo.CopyAsync(from, to);
            copied.ExitCode.ShouldBe(0, copied.Output);
        }

        var inspected = await skopeo.InspectAsync($"{image}:2");
        var tags = await skopeo.ListTagsAsync(image);
        var deleted = await skopeo.DeleteAsync($"{image}:2");
        var gone = await skopeo.InspectAsync($"{image}:2");
        matrix.Add(https ? "skopeo (https)" : "skopeo", emulator.Emulator.Requests);

        ((string?)JsonNode.Parse(inspected.Output)!["Architecture"]).ShouldBe("amd64");
        JsonNode.Parse(tags.Output)!["Tags"]!.AsArray().Select(tag => (string?)tag).ShouldBe(["1", "2"]);
        deleted.ExitCode.ShouldBe(0, deleted.Output);
        gone.ExitCode.ShouldNotBe(0);
        gone.Output.ShouldContain("manifest");
    }
}
