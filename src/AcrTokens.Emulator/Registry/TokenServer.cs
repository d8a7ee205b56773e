using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace AcrTokens.Emulator.Registry;

/// <summary>The token server: turns a user name and password into a bearer token for the registry.</summary>
internal sealed class TokenServer(EmulatorState state, AccessTokens tokens)
{
    public const string Path = "/oauth2/token";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Path, ["GET"], (RequestDelegate)(context => RegistryAnswers.Guarded(context, () => Get(context))));
        routes.MapMethods(Path, ["POST"], (RequestDelegate)(context => RegistryAnswers.Guarded(context, () => Post(context))));
    }

    private async Task Get(HttpContext context)
    {
        var (user, password) = BasicCredentials(context.Request) ?? throw RegistryErrors.LoginRefused();
        await Answer(context, user, password, context.Request.Query["service"], context.Request.Query["scope"]);
    }

    private async Task Post(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (form["grant_type"] != "password")
        {
            throw RegistryErrors.UnsupportedGrant();
        }

        await Answer(context, form["username"].ToString(), form["password"].ToString(), form["service"], form["scope"]);
    }

    private async Task Answer(HttpContext context, string user, string password, StringValues service, StringValues scopes)
    {
        var audience = context.Request.Host.Value!;
        if (service.Count > 0 && !string.Equals(service, audience, StringComparison.OrdinalIgnoreCase))
        {
            throw RegistryErrors.LoginRefused();
        }

        var grants = LogIn(user, password);
        var granted =
            from asked in AccessScope.Parse(scopes)
            let allowed = asked with { Actions = grants(asked) }
            // Assumed: what is not granted at all is left out of the token.
            where allowed.Actions.Count > 0
            select allowed;
        var body = new JsonObject { ["access_token"] = tokens.Issue(audience, user, granted) };
        await RegistryAnswers.Json(context, StatusCodes.Status200OK, body);
    }

    private Func<AccessScope, IReadOnlyList<string>> LogIn(string user, string password)
    {
        if (state.Admin.Accepts(user, password))
        {
            return asked => asked.Type == AccessScope.Repository && asked.Actions.Contains("*") ? [.. ScopeMapGrants.AllActions] : asked.Actions;
        }

        if (!state.Tokens.TryFind(user, out var token))
        {
            throw state.Admin.Enabled && user.Equals(state.Admin.Name, StringComparison.OrdinalIgnoreCase)
                ? RegistryErrors.LoginRefused()
                : RegistryErrors.UnknownUser();
        }

        var now = state.Clock.GetUtcNow();
        if (!token.Enabled || !token.Passwords.Any(p => p.Matches(password) && p.IsUsable(now)))
        {
            throw RegistryErrors.LoginRefused();
        }

        var map = state.Identity.NameIn("scopeMaps", token.ScopeMapId);
        return asked => map is not null && state.ScopeMaps.TryFind(map, out var found) ? ScopeMapGrants.Of(found, asked) : [];
    }

    private static (string User, string Password)? BasicCredentials(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || header.Parameter is null)
        {
            return null;
        }

        var buffer = new byte[header.Parameter.Length];
        if (!Convert.TryFromBase64String(header.Parameter, buffer, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return pair.Length == 2 ? (pair[0], pair[1]) : null;
    }
}
