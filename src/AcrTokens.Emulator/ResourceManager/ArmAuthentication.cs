using System.Security.Cryptography;
using System.Text;
using AcrTokens.Emulator.SignIn;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>
/// Admits clients that signed in with the emulator's authority or present its access token. Rights are not checked: every client is an owner.
/// </summary>
internal sealed class ArmAuthentication(EmulatorState state, ResourceManagerTokens tokens)
{
    private const string Scheme = "Bearer ";

    /// <summary>
    /// Returns the caller's client id. For the emulator's own access token it is the id of the application that exists from the start.
    /// </summary>
    public string Check(HttpRequest request)
    {
        if (!request.IsHttps)
        {
            throw ArmRefusals.HttpsRequired();
        }

        var challenge =
            $"Bearer authorization_uri=\"https://{request.Host}/{state.Options.TenantId}\", error=\"invalid_token\", "
            + "error_description=\"The access token is missing or invalid.\"";
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw ArmRefusals.AuthenticationFailed(challenge);
        }

        var bearer = authorization[Scheme.Length..].Trim();
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(bearer), Encoding.UTF8.GetBytes(state.AccessToken)))
        {
            return state.Principals.DefaultClientId;
        }

        var (clientId, audience, expiresOn) = tokens.Read(bearer) ?? throw ArmRefusals.InvalidToken(challenge);
        var now = state.Clock.GetUtcNow();
        if (expiresOn <= now)
        {
            throw ArmRefusals.ExpiredToken(challenge, expiresOn, now);
        }

        if (!Audiences.IsResourceManager(audience, request.Host.Value!))
        {
            throw ArmRefusals.TokenForAnother(challenge, audience);
        }

        return clientId;
    }
}
