using System.Text.Json;
using Azure.Core;

namespace AcrTokens.Benchmarks.Mint;

/// <summary>Signs in with a single request, without Azure.Identity.</summary>
internal sealed class BareCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        GetTokenAsync(requestContext, cancellationToken).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([
            new("client_id", Variables.Read("AZURE_CLIENT_ID")),
            new("client_secret", Variables.Read("AZURE_CLIENT_SECRET")),
            new("scope", requestContext.Scopes[0]),
            new("grant_type", "client_credentials"),
        ]);
        var authority = new Uri(new Uri(Variables.Read("AZURE_AUTHORITY_HOST")), $"{Variables.Read("AZURE_TENANT_ID")}/oauth2/v2.0/token");
        using var answer = await http.PostAsync(authority, form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        return new AccessToken(json.RootElement.GetProperty("access_token").GetString()!, DateTimeOffset.UtcNow.AddHours(1));
    }
}
