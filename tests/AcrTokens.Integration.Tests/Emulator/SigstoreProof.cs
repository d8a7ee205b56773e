namespace AcrTokens.Integration.Tests;

/// <summary>sigstore's package attaches a signature to an image as a referrer, and falls back to no tag.</summary>
[Collection(ClientProofs.Name)]
public sealed class SigstoreProof(ClientMatrix matrix)
{
    [NodeFact("@sigstore/oci")]
    public async Task Attaches_a_signature()
    {
        await using var emulator = await EmulatorForClients.StartAsync();
        var docker = Directory.CreateDirectory(Path.Combine(emulator.Folder, ".docker"));
        AuthFile.Write(
            Path.Combine(docker.FullName, "config.json"),
            emulator.Emulator.LoginServer,
            "builder",
            await emulator.MintAsync("builder", "_repositories_admin")
        );

        var attached = await NodePackages.RunAsync(
            "sigstore.mjs",
            emulator,
            ("HOME", emulator.Folder),
            ("SIGSTORE_IMAGE", $"{emulator.Emulator.LoginServer}/dotnet/runtime"),
            ("SIGSTORE_TAG", "10.0")
        );
        matrix.Add("@sigstore/oci", emulator.Emulator.Requests);

        ((string?)attached["subjectDigest"]).ShouldBe((string?)attached["imageDigest"]);
        emulator.Emulator.Requests.Count(request => request.Operation == "Manifests_Put").ShouldBe(1);
        emulator.Emulator.Requests.ShouldContain(request => request.Operation == "Referrers_List" && request.Status == 200);
    }
}
