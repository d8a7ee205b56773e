using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.Hosting;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Registry;

/// <summary>Admits a request by its bearer token, or challenges the client to get one.</summary>
internal sealed class RegistryGuard(EmulatorState state, AccessTokens tokens)
{
    private static readonly AccessScope Anything = new("", "", []);

    /// <summary>Returns the bearer's rights if they are sufficient for the request.</summary>
    public IReadOnlyList<AccessScope> Check(HttpContext context, RegistryPath path)
    {
        var needed = Needed(path, context.Request.Method);
        var granted = Bearer(context.Request) is { } token ? tokens.Read(token, context.Request.Host.Value!) : null;
        if (granted is not (var login, var access))
        {
            throw RegistryErrors.AuthenticationRequired(Challenge(context.Request, needed), Detail(needed));
        }

        RequestLog.NoteUser(context, state.At(context.Request.Host), login);
        if (!needed.Actions.All(action => Allows(access, needed.Type, needed.Name, action)))
        {
            var challenge = Challenge(context.Request, needed) + ",error=\"insufficient_scope\"";
            throw path.IsMetadata
                ? RegistryErrors.AuthenticationRequired(challenge, Detail(needed))
                : RegistryErrors.InsufficientScope(challenge, Detail(needed)!);
        }

        RequestLog.NoteLogin(context, login);
        return access;
    }

    public static bool Allows(IReadOnlyList<AccessScope> granted, string type, string name, string action) =>
        granted.Any(scope => scope.Type == type && scope.Name == name && scope.Actions.Contains(action));

    private static AccessScope Needed(RegistryPath path, string method) =>
        path.Resource switch
        {
            RegistryResource.Root => Anything,
            RegistryResource.Catalog or RegistryResource.MetadataCatalog => new AccessScope("registry", "catalog", ["*"]),
            _ when path.IsMetadata => new AccessScope(
                AccessScope.Repository,
                path.Repository,
                method switch
                {
                    "PATCH" => ["metadata_write"],
                    "DELETE" => ["delete"],
                    _ => ["metadata_read"],
                }
            ),
            RegistryResource.Tags => new AccessScope(AccessScope.Repository, path.Repository, ["metadata_read"]),
            RegistryResource.Uploads or RegistryResource.Upload => new AccessScope(AccessScope.Repository, path.Repository, ["pull", "push"]),
            _ => new AccessScope(
                AccessScope.Repository,
                path.Repository,
                method switch
                {
                    "GET" or "HEAD" => ["pull"],
                    "DELETE" => ["delete"],
                    _ => ["pull", "push"],
                }
            ),
        };

    private static string? Bearer(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? header.Parameter
            : null;

    private static string Challenge(HttpRequest request, AccessScope needed)
    {
        var challenge = $"Bearer realm=\"{request.Scheme}://{request.Host}{TokenEndpoint.Path}\",service=\"{request.Host}\"";
        // For a mount the challenge names the other repository too, as the reference registry does. Otherwise the client uploads the blob.
        var mount = request.Query["from"] is [{ Length: > 0 } from] ? $" {AccessScope.Repository}:{from}:pull" : "";
        return needed == Anything ? challenge : $"{challenge},scope=\"{needed}{mount}\"";
    }

    private static JsonArray? Detail(AccessScope needed) =>
        needed == Anything
            ? null
            : new JsonArray([
                .. needed.Actions.Select(action => new JsonObject
                {
                    ["Type"] = needed.Type,
                    ["Name"] = needed.Name,
                    ["Action"] = action,
                }),
            ]);
}
