using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AcrTokens.Live.Tests.Wire;

namespace AcrTokens.Live.Tests.Runs;

// Requests to the registry and its token server.
internal sealed partial class Service
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string Content = "{}";

    private static readonly string Digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))}";

    private static readonly string Manifest = $$"""
        {"schemaVersion":2,"mediaType":"{{ManifestType}}","config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"{{Digest}}","size":2},
        "layers":[{"mediaType":"application/vnd.oci.empty.v1+json","digest":"{{Digest}}","size":2}]}
        """;

    /// <summary>Asks the token server for a bearer token, as docker does.</summary>
    public Task<Taken> LogInAsync(string step, string user, string password, string actions = "pull,push") =>
        RegistryAsync(
            step,
            "GET",
            $"/oauth2/token?service={LoginServer}&scope=repository:{Repository}:{actions}",
            new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")))
        );

    /// <summary>Logs in, and returns the bearer token.</summary>
    public async Task<string> BearerTokenAsync(string step, string user, string password, string actions = "pull,push")
    {
        var login = await UntilAsync(TimeSpan.FromSeconds(1), () => LogInAsync(step, user, password, actions), a => a.IsSuccess);
        return (string)Must(login.Last).Json!["access_token"]!;
    }

    /// <summary>Begins an upload: the first request of a push that needs the right to write.</summary>
    public Task<Taken> BeginUploadAsync(string step, string bearer) =>
        RegistryAsync(step, "POST", $"/v2/{Repository}/blobs/uploads/", new("Bearer", bearer));

    /// <summary>Pushes an image of one empty blob.</summary>
    public async Task PushAsync(string step, string bearer)
    {
        var upload = Must(await BeginUploadAsync(step, bearer)).Header("Location")!;
        var address = $"{upload}{(upload.Contains('?', StringComparison.Ordinal) ? '&' : '?')}digest={Uri.EscapeDataString(Digest)}";
        Must(await RegistryAsync(step, "PUT", address, new("Bearer", bearer), Content, "application/octet-stream"));
        Must(await RegistryAsync(step, "PUT", $"/v2/{Repository}/manifests/1", new("Bearer", bearer), Manifest, ManifestType));
    }

    /// <summary>Sends one request to the registry. Follows nothing.</summary>
    public async Task<Taken> RegistryAsync(
        string step,
        string method,
        string path,
        AuthenticationHeaderValue? authorization,
        string? body = null,
        string? type = null
    )
    {
        Recorder.Step = step;
        var address = new Uri(Registry, path);
        if (address.Authority != Registry.Authority)
            throw new InvalidOperationException("an address leads away from the registry, and gets no password");

        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Authorization = authorization;
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new(type!);
        }

        using var response = await Http.SendAsync(request);
        return Recorder.Of(response);
    }
}
