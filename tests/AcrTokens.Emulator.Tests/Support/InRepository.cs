namespace AcrTokens.Emulator.Tests.Support;

/// <summary>An emulator, and all rights in the repository <c>samples/app</c>.</summary>
public abstract class InRepository : InProcess
{
    protected const string App = "/v2/samples/app";

    protected string Bearer { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var password = await Arm.Mint("builder", "_repositories_admin");
        Bearer = await Registry.Bearer("builder", password, "repository:samples/app:*", "repository:dotnet/runtime:pull");
    }

    protected async Task<string> Push(string content)
    {
        var digest = RegistryClient.DigestOf(content);
        (await Registry.Send(HttpMethod.Post, $"{App}/blobs/uploads/?digest={digest}", Bearer, content)).Status.ShouldBe(
            System.Net.HttpStatusCode.Created
        );
        return digest;
    }

    /// <summary>Creates an image manifest with two blobs. They are pushed unless the test needs them missing.</summary>
    protected async Task<string> ImageManifest(bool pushBlobs = true)
    {
        string[] blobs = ["{}", "not really a layer"];
        foreach (var blob in pushBlobs ? blobs : [])
        {
            await Push(blob);
        }

        return $$"""
            {"schemaVersion":2,"mediaType":"{{ImageType}}",
             "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{RegistryClient.DigestOf(blobs[0])}}","size":2},
             "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{RegistryClient.DigestOf(blobs[1])}}","size":18}]}
            """;
    }

    protected const string ImageType = "application/vnd.oci.image.manifest.v1+json";

    protected const string IndexType = "application/vnd.oci.image.index.v1+json";
}
