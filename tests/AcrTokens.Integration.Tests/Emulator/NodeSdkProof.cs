using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>Azure's packages for Node.js, which npm installs beside the script, cannot tell the emulator from Azure.</summary>
[Collection(ClientProofs.Name)]
public sealed class NodeSdkProof(ClientMatrix matrix)
{
    [NodeFact("@azure/arm-containerregistry")]
    public async Task Does_every_operation_that_it_has()
    {
        await using var emulator = await EmulatorForClients.StartAsync(o => o with { PageSize = 2 });
        var result = await NodePackages.RunAsync("proof.mjs", emulator);
        matrix.Add("@azure/arm-containerregistry", emulator.Emulator.Requests);
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
}
