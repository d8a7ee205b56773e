using System.Text.Json.Nodes;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.SignIn;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace AcrTokens.Emulator.Registry;

/// <summary>The token server. It exchanges a user name and password, or a sign-in, for a bearer token of the registry.</summary>
internal sealed class TokenEndpoint(EmulatorState state, AccessTokens tokens, ResourceManagerTokens signedIn)
{
    public const string Path = "/oauth2/token";

    private const string ExchangePath = "/oauth2/exchange";

    private readonly RegistryLogins logins = new(state, tokens);
    private readonly RegistryAnswers answers = new();

    public static bool Owns(PathString path) => path == Path || path == ExchangePath;

    public void Map(IEndpointRouteBuilder routes)
    {
        MapTo("GET", Path, OperationNames.Token, Get);
        MapTo("POST", Path, OperationNames.Token, Post);
        MapTo("POST", ExchangePath, OperationNames.Exchange, Exchange);

        void MapTo(string method, string path, string operation, Func<HttpContext, Task> handler) =>
            routes.MapMethods(path, [method], (RequestDelegate)(context => handler(context))).WithMetadata(new OperationName(operation), answers);
    }

    private async Task Get(HttpContext context)
    {
        var audience = Audience(context, context.Request.Query["service"]);
        var (user, password) = BasicCredentials.Of(context.Request) ?? throw RegistryErrors.LoginRefused();
        await LogIn(context, audience, user, password, context.Request.Query["scope"]);
    }

    private async Task Post(HttpContext context)
    {
        var form = await Form(context);
        var audience = Audience(context, form["service"]);
        switch (form["grant_type"].ToString())
        {
            case "password":
                var (user, password) = (form["username"].ToString(), form["password"].ToString());
                await LogIn(context, audience, user, password, form["scope"]);
                break;
            case "refresh_token":
                var subject = tokens.ReadRefresh(form["refresh_token"].ToString(), audience) ?? throw RegistryErrors.LoginRefused();
                await Answer(context, audience, subject, RegistryLogins.Everything, form["scope"]);
                break;
            default:
                throw RegistryErrors.UnsupportedGrant();
        }
    }

    /// <summary>Exchanges a bearer token of the authority for one that lives longer and is valid for this registry only.</summary>
    private async Task Exchange(HttpContext context)
    {
        var form = await Form(context);
        var audience = Audience(context, form["service"]);
        if (form["grant_type"] != "access_token")
        {
            throw RegistryErrors.UnsupportedGrant();
        }

        var bearer = signedIn.Read(form["access_token"].ToString());
        if (bearer is null || bearer.Value.ExpiresOn <= state.Clock.GetUtcNow())
        {
            throw RegistryErrors.LoginRefused();
        }

        await RegistryAnswers.Json(
            context,
            StatusCodes.Status200OK,
            new JsonObject { ["refresh_token"] = tokens.IssueRefresh(audience, bearer.Value.ClientId) }
        );
    }

    private Task LogIn(HttpContext context, string audience, string user, string password, StringValues scopes)
    {
        var registry = state.At(context.Request.Host);
        RequestLog.NoteUser(context, registry, user);
        return Answer(context, audience, user, logins.WithPassword(registry, audience, user, password), scopes);
    }

    private async Task Answer(
        HttpContext context,
        string audience,
        string subject,
        Func<AccessScope, IReadOnlyList<string>> grants,
        StringValues scopes
    )
    {
        var granted =
            from asked in AccessScope.Parse(scopes)
            let allowed = asked with
            {
                Actions = grants(asked),
            }
            // Assumed: a scope without any granted action is left out of the token.
            where allowed.Actions.Count > 0
            select allowed;
        RequestLog.NoteLogin(context, subject);
        await RegistryAnswers.Json(context, StatusCodes.Status200OK, new JsonObject { ["access_token"] = tokens.Issue(audience, subject, granted) });
    }

    /// <summary>The registry that the client is connected to. It must be the one that the request names.</summary>
    private static string Audience(HttpContext context, StringValues service)
    {
        var audience = context.Request.Host.Value!;
        return service.Count == 0 || string.Equals(service, audience, StringComparison.OrdinalIgnoreCase)
            ? audience
            : throw RegistryErrors.LoginRefused();
    }

    private static async Task<IFormCollection> Form(HttpContext context) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
}
