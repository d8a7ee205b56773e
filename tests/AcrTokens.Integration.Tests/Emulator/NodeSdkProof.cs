using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>Azure's packages for Node.js, which npm installs beside the script, cannot tell the emulator from Azure.</summary>
[Collection(ClientProofs.Name)]
public sealed class NodeSdkProof(ClientMatrix matrix)
{
    private const string Sources = "tests/AcrTokens.Integration.Tests/Emulator/node";

    [NodeFact]
    public async Task Does_every_operation_that_it_has()
    {
        await using var emulator = await EmulatorForClients.StartAsync(o => o with { PageSize = 2 });
        var environment = emulator.Environment;
        environment["NODE_PROOF_FOLDER"] = Folder;
        environment["NODE_NO_WARNINGS"] = "1";

        var ended = await ChildProcess.RunAsync("node", [Path.Combine(AppContext.BaseDirectory, "Emulator", "node", "proof.mjs")], environment);
        matrix.Add("@azure/arm-containerregistry", emulator.Emulator.Requests);

        ended.ExitCode.ShouldBe(0, ended.Output);
        var result = JsonNode.Parse(ended.Output.Trim().Split('\n')[^1])!;
        JsonNode
            .DeepEquals(
                result,
                JsonNode.Parse(
                    $$"""
                    {
                      "loginServer": "{{emulator.Emulator.LoginServer}}", "registries": 1, "inGroup": 1, "map": "node-map",
                      "actions": ["repositories/samples/app/content/read", "repositories/samples/app/content/write"],
                      "maps": ["_repositories_admin", "_repositories_pull", "_repositories_pull_metadata_read", "_repositories_push", "_repositories_push_metadata_write", "node-map"],
                      "created": "Succeeded", "passwords": [{ "name": "password1", "length": 52 }], "disabled": "disabled", "left": 0, "tokens": ["node-token"],
                      "missing": { "status": 404, "code": "ResourceNotFound" }, "renewed": [false, true]
                    }
                    """
                )
            )
            .ShouldBeTrue(result.ToJsonString());
        emulator.Emulator.Tokens.ShouldBeEmpty();
    }

    private static string Folder { get; } = Path.Combine([RepositoryRoot.Path, .. Sources.Split('/')]);

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class NodeFactAttribute : FactAttribute
    {
        public NodeFactAttribute() =>
            Skip =
                new ToolFactAttribute("node").Skip
                ?? (Directory.Exists(Path.Combine(Folder, "node_modules", "@azure")) ? null : $"not installed: npm install in {Sources}");
    }
}
