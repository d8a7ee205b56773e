using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AcrTokens.Emulator.Browser.Tests.Support;

/// <summary>Builds: this library mints and revokes, and a client of containers logs in and pushes.</summary>
internal sealed class Builds(AcrEmulator emulator) : IDisposable
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private readonly HttpClient http = new(emulator.CreateHandler()) { BaseAddress = emulator.RegistryEndpoint };

    public AcrClient Client { get; } = new(emulator.Credential, emulator.CreateClientOptions());

    public AcrTokenMintSettings Minting(string image = "samples/app:1.2") =>
        new AcrTokenMintSettings().SetRegistryName(emulator.LoginServer).AddImage(image);

    public Task<AcrTokenLease> MintAsync(string image = "samples/app:1.2", TimeSpan? lifetime = null) =>
        Client.MintTokenAsync(lifetime is { } chosen ? Minting(image).SetLifetime(chosen) : Minting(image));

    public Task RevokeAsync(string token) =>
        Client.RevokeTokenAsync(new AcrTokenRevokeSettings().SetRegistryName(emulator.LoginServer).SetName(token));

    public Task SweepAsync() =>
        Client.SweepTokensAsync(new AcrTokenSweepSettings().SetRegistryName(emulator.LoginServer).SetClockSkew(TimeSpan.Zero));

    /// <summary>Logs in at the token server. Returns the bearer token; null if it was refused.</summary>
    public async Task<string?> LogInAsync(string user, string password, string repository = "samples/app", string client = "skopeo/1.9.3")
    {
        var (status, body) = await SendAsync(
            HttpMethod.Get,
            $"/oauth2/token?service={emulator.LoginServer}&scope=repository:{repository}:pull,push",
            client,
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")))
        );
        return status == HttpStatusCode.OK ? (string?)JsonNode.Parse(body)!["access_token"] : null;
    }

    /// <summary>Logs in and pushes an image of one small layer.</summary>
    public Task PushAsync(AcrTokenLease lease) => PushAsync(lease.Name, lease.Password.Reveal(), "samples/app", "1.2", "skopeo/1.9.3");

    /// <inheritdoc cref="PushAsync(AcrTokenLease)"/>
    public async Task PushAsync(string user, string password, string repository, string tag, string client)
    {
        var bearer = new AuthenticationHeaderValue("Bearer", await LogInAsync(user, password, repository, client));
        var (config, layer) = (await PushBlobAsync("{}"), await PushBlobAsync("a layer"));
        var manifest = $$"""
            {"schemaVersion":2,"mediaType":"{{ManifestType}}",
             "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{config}}","size":2},
             "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"{{layer}}","size":7}]}
            """;
        (await SendAsync(HttpMethod.Put, $"/v2/{repository}/manifests/{tag}", client, bearer, manifest, ManifestType)).Status.ShouldBe(
            HttpStatusCode.Created
        );

        async Task<string> PushBlobAsync(string content)
        {
            var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
            var path = $"/v2/{repository}/blobs/uploads/?digest={digest}";
            (await SendAsync(HttpMethod.Post, path, client, bearer, content)).Status.ShouldBe(HttpStatusCode.Created);
            return digest;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method,
        string path,
        string client,
        AuthenticationHeaderValue authorization,
        string? body = null,
        string type = "application/octet-stream"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = authorization;
        request.Headers.UserAgent.ParseAdd(client);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(type) } };
        }

        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
