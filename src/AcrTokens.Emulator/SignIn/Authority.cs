using System.Buffers.Text;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Faults;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AcrTokens.Emulator.SignIn;

/// <summary>
/// The part of Microsoft Entra ID that applications need to sign in, with a secret or a federated token. They sign in by tenant or, as the
/// Azure CLI does with a custom cloud, by <c>/adfs</c>.
/// </summary>
internal sealed class Authority(EmulatorState state, ResourceManagerTokens tokens)
{
    private const string Adfs = "adfs";

    private readonly ClientAuthentication clients = new(state);
    private readonly AuthorityAnswers answers = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var version in new[] { "", "/v2.0" })
        {
            MapTo("GET", $"/{{tenant}}{version}/.well-known/openid-configuration", OperationNames.SignInMetadata, Metadata);
            MapTo("POST", $"/{{tenant}}/oauth2{version}/token", OperationNames.SignIn, Token);
            MapTo("GET", $"/{{tenant}}/discovery{version}/keys", OperationNames.SignInMetadata, Keys);
        }

        void MapTo(string method, string pattern, string operation, Func<HttpContext, string, Task<JsonObject>> handler) =>
            routes
                .MapMethods(pattern, [method], (RequestDelegate)(context => Answer(context, handler)))
                .WithMetadata(new OperationName(operation), answers);
    }

    private Task<JsonObject> Metadata(HttpContext context, string tenant)
    {
        var version = tenant != Adfs && context.Request.Path.Value!.Contains("/v2.0/", StringComparison.Ordinal) ? "/v2.0" : "";
        var here = $"https://{context.Request.Host}/{tenant}";
        return Task.FromResult(
            new JsonObject
            {
                ["issuer"] = here + version,
                ["authorization_endpoint"] = $"{here}/oauth2{version}/authorize",
                ["token_endpoint"] = $"{here}/oauth2{version}/token",
                ["jwks_uri"] = $"{here}/discovery{version}/keys",
                ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "client_secret_basic", "private_key_jwt"),
                ["response_types_supported"] = new JsonArray("code", "token"),
                ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
                ["subject_types_supported"] = new JsonArray("pairwise"),
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                ["scopes_supported"] = new JsonArray("openid"),
            }
        );
    }

    private Task<JsonObject> Keys(HttpContext context, string tenant)
    {
        var key = state.Certificate.Key.ExportParameters(includePrivateParameters: false);
        return Task.FromResult(
            new JsonObject
            {
                ["keys"] = new JsonArray(
                    new JsonObject
                    {
                        ["kty"] = "RSA",
                        ["use"] = "sig",
                        ["n"] = Base64Url.EncodeToString(key.Modulus),
                        ["e"] = Base64Url.EncodeToString(key.Exponent),
                        ["x5c"] = new JsonArray(Convert.ToBase64String(state.Certificate.Certificate.RawDataMemory.Span)),
                    }
                ),
            }
        );
    }

    private async Task<JsonObject> Token(HttpContext context, string tenant)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (form["grant_type"] is not [{ Length: > 0 } grant])
        {
            throw AuthorityErrors.MissingParameter("grant_type");
        }

        if (grant != "client_credentials")
        {
            throw AuthorityErrors.UnsupportedGrant(grant);
        }

        var client = clients.Check(context.Request, form, tenant);
        var audience = Audience(form);
        if (!Audiences.IsResourceManager(audience, context.Request.Host.Value!) && !Audiences.IsRegistry(audience))
        {
            throw AuthorityErrors.UnknownResource(audience, tenant);
        }

        var seconds = (int)ResourceManagerTokens.Lifetime.TotalSeconds - 1;
        return new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = seconds,
            ["ext_expires_in"] = seconds,
            ["access_token"] = tokens.Issue(client, audience),
        };
    }

    /// <summary>Reads the audience from <c>scope</c>, or from the <c>resource</c> of older clients.</summary>
    private static string Audience(IFormCollection form)
    {
        if (form["resource"] is [{ Length: > 0 } resource])
        {
            return resource;
        }

        return form["scope"] is [{ Length: > 0 } scope]
            ? Audiences.OfScope(scope) ?? throw AuthorityErrors.InvalidScope(scope)
            : throw AuthorityErrors.MissingParameter("scope");
    }

    private string Tenant(HttpContext context)
    {
        var tenant = (string)context.GetRouteValue("tenant")!;
        return tenant.Equals(Adfs, StringComparison.OrdinalIgnoreCase) ? Adfs
            : tenant.Equals(state.Options.TenantId, StringComparison.OrdinalIgnoreCase) ? state.Options.TenantId
            : throw AuthorityErrors.UnknownTenant(tenant);
    }

    private async Task Answer(HttpContext context, Func<HttpContext, string, Task<JsonObject>> handler)
    {
        var body = await handler(context, Tenant(context));
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(WireJson.Write(body), context.RequestAborted);
    }
}
