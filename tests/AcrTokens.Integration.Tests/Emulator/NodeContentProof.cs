using System.Text.Json.Nodes;

namespace AcrTokens.Integration.Tests;

/// <summary>Azure's package for a registry's content, which sends a repository's slashes as %2F, cannot tell the emulator from Azure.</summary>
[Collection(ClientProofs.Name)]
public sealed class NodeContentProof(ClientMatrix matrix)
{
    [NodeFact("@azure/container-registry")]
    public async Task Does_every_operation_that_it_has_in_a_repository_with_slashes()
    {
        // The package sends its bearer tokens over https only.
        await using var emulator = await EmulatorForClients.StartAsync(o => o with { RegistryHttpsPort = 0 });

        var result = await NodePackages.RunAsync(
            "content.mjs",
            emulator,
            ("ACR_EMULATOR_REGISTRY", emulator.Emulator.RegistryHttpsEndpoint!.ToString().TrimEnd('/'))
        );
        matrix.Add("@azure/container-registry", emulator.Emulator.Requests);

        JsonNode
            .DeepEquals(
                result,
                JsonNode.Parse(
                    """
                    {
                      "names": ["dotnet/runtime", "team/samples/app"], "namePages": [1, 1], "sameBytes": true, "sameManifest": true, "counts": [4, 3],
                      "tag": ["v1", true, true], "manifest": ["arm64", "linux", ["v1"], true], "tags": ["v1", "v2", "v3"], "manifestPages": [3, 1],
                      "newestIsLast": true, "locked": [false, false, true, false, false], "refused": "405 REGISTRY_DISALLOWED_OPERATION",
                      "unread": "405 REGISTRY_DISALLOWED_OPERATION", "namesWhileHidden": ["dotnet/runtime"], "tagAfter": "404 TAG_UNKNOWN",
                      "countsAfter": [2, 1], "blobAfter": "404 BLOB_UNKNOWN", "repositoryAfter": "404 NAME_UNKNOWN"
                    }
                    """
                )
            )
            .ShouldBeTrue(result.ToJsonString());
    }
}
