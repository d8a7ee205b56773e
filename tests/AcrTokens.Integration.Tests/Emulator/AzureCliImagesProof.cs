using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>The Azure CLI lists, shows, locks and deletes images.</summary>
[Collection(ClientProofs.Name)]
public sealed class AzureCliImagesProof(ClientMatrix matrix) : IAsyncLifetime
{
    private const string Repository = "dotnet/runtime";

    private EmulatorForClients emulator = null!;
    private AzureCli az = null!;

    // The CLI uses https for login servers.
    public async Task InitializeAsync() => emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = 0 });

    public async Task DisposeAsync()
    {
        matrix.Add("az", emulator.Emulator.Requests);
        await emulator.DisposeAsync();
    }

    [ToolFact("az")]
    public async Task Az_acr_repository_works()
    {
        az = await AzureCli.LogInAsync(emulator);

        var listed = await RunAsync("list");
        var shown = await RunAsync("show", "--repository", Repository);
        var tags = await RunAsync("show-tags", "--repository", Repository, "--top", "1", "--orderby", "time_desc", "--detail");
        var manifests = await RunAsync("show-manifests", "--repository", Repository);
        var locked = await RunAsync("update", "--image", $"{Repository}:10.0", "--write-enabled", "false");
        var refused = await az.TryAsync("acr", "repository", "untag", "-n", "myregistry", "--image", $"{Repository}:10.0");
        await RunAsync("update", "--image", $"{Repository}:10.0", "--write-enabled", "true");
        await RunAsync("untag", "--image", $"{Repository}:10.0");
        var digest = (string)manifests![0]!["digest"]!;
        await RunAsync("delete", "--image", $"{Repository}@{digest}", "--yes");
        var left = await RunAsync("list");

        listed!.ToJsonString().ShouldBe($"[\"{Repository}\"]");
        ((int?)shown!["tagCount"]).ShouldBe(1);
        ((string?)tags![0]!["name"]).ShouldBe("10.0");
        manifests[0]!["tags"]!.ToJsonString().ShouldBe("""["10.0"]""");
        ((bool?)locked!["changeableAttributes"]!["writeEnabled"]).ShouldBe(false);
        refused.ExitCode.ShouldNotBe(0);
        refused.Output.ShouldContain("The operation is disallowed on this registry, repository or image.");
        left!.ToJsonString().ShouldBe("[]");
    }

    [ToolFact("az")]
    public async Task Az_acr_manifest_works_and_a_repository_is_deleted()
    {
        az = await AzureCli.LogInAsync(emulator);

        var listed = await az.RunAsync("acr", "manifest", "list-metadata", "-r", "myregistry", "-n", Repository);
        var shown = await az.RunAsync("acr", "manifest", "show-metadata", "-r", "myregistry", "-n", $"{Repository}:10.0");
        var referrers = await az.RunAsync("acr", "manifest", "list-referrers", "-r", "myregistry", "-n", $"{Repository}:10.0");
        var deleted = await RunAsync("delete", "--repository", Repository, "--yes");

        ((string?)listed![0]!["architecture"]).ShouldBe("amd64");
        ((string?)shown!["digest"]).ShouldBe((string?)listed[0]!["digest"]);
        referrers!["manifests"]!.AsArray().ShouldBeEmpty();
        deleted!["tagsDeleted"]!.ToJsonString().ShouldBe("""["10.0"]""");
    }

    private Task<JsonNode?> RunAsync(string command, params string[] arguments) =>
        az.RunAsync(["acr", "repository", command, "-n", "myregistry", .. arguments]);
}
