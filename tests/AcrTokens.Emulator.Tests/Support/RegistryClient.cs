using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace AcrTokens.Emulator.Tests.Support;

/// <summary>A client of one emulator's registry and token server.</summary>
public sealed class RegistryClient(AcrEmulator emulator, HttpClient client)
{
    public static string DigestOf(string content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>Logs in at the token server with Basic authentication, one parameter per scope.</summary>
    public Task<Answer> LogIn(string user, string password, params string[] scopes)
    {
        var query = string.Concat(scopes.Select(scope => "&scope=" + Uri.EscapeDataString(scope)));
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return Send(HttpMethod.Get, $"/oauth2/token?service={emulator.LoginServer}{query}", authorization: new("Basic", credentials));
    }

    public async Task<string> Bearer(string user, string password, params string[] scopes) =>
        (string)(await LogIn(user, password, scopes)).Json["access_token"]!;

    public Task<Answer> Get(string path, string? bearer = null) => Send(HttpMethod.Get, path, bearer);

    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        string? bearer = null,
        string? body = null,
        string contentType = "application/octet-stream",
        string? contentRange = null,
        AuthenticationHeaderValue? authorization = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(emulator.RegistryEndpoint, path));
        request.Headers.Authorization = bearer is null ? authorization : new("Bearer", bearer);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new(contentType);
            if (contentRange is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Range", contentRange).ShouldBeTrue();
            }
        }

        return await Answer.Of(await client.SendAsync(request));
    }
}
