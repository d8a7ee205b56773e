using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Scope maps: put, patch, get, list, delete.</summary>
internal sealed class ScopeMapsApi(EmulatorState state, OperationsApi operations)
{
    private const string Collection = ArmSurface.Registry + "/scopeMaps";
    private const int MostActions = 500;
    private const int LongestDescription = 256;

    public void Map(ArmSurface arm)
    {
        arm.Map("GET", Collection, "ScopeMaps_List", List);
        arm.Map("GET", Collection + "/{name}", "ScopeMaps_Get", r => ArmReply.Ok(Body(r.Registry, Existing(r), "Succeeded")));
        arm.Map("PUT", Collection + "/{name}", "ScopeMaps_Create", Put);
        arm.Map("PATCH", Collection + "/{name}", "ScopeMaps_Update", Patch);
        arm.Map("DELETE", Collection + "/{name}", "ScopeMaps_Delete", Delete);
    }

    private ArmReply List(ArmCall request) =>
        ListPage.Of(request, request.Registry.ScopeMaps, state.Options.PageSize, map => Body(request.Registry, map, "Succeeded"));

    /// <summary>Creates or replaces a map immediately, unlike a token's PUT. Assumed for an existing map.</summary>
    private ArmReply Put(ArmCall request)
    {
        ResourceNames.CheckScopeMap(request.Name);
        var actions = Actions(request.Properties) ?? throw ArmRefusals.Invalid("The property actions is required.");
        var description = Description(request.Properties);
        var now = state.Clock.GetUtcNow();
        var map = request.Registry.ScopeMaps.Change(
            request.Name,
            existing =>
            {
                if (existing is not null)
                {
                    return Editable(existing) with { Actions = actions, Description = description, ChangedAt = now };
                }

                Quota.CheckScopeMaps(request.Registry, state.Options.Sku);
                return new StoredScopeMap(request.Name, now, actions) { Description = description };
            }
        );
        return ArmReply.Ok(Body(request.Registry, map, "Succeeded"));
    }

    private ArmReply Patch(ArmCall request)
    {
        var actions = Actions(request.Properties);
        var description = Description(request.Properties);
        var now = state.Clock.GetUtcNow();
        var map = request.Registry.ScopeMaps.Change(
            request.Name,
            existing =>
            {
                var found = Editable(existing ?? throw ArmRefusals.NotFound(request.Name));
                return found with { Actions = actions ?? found.Actions, Description = description ?? found.Description, ChangedAt = now };
            }
        );
        return operations.BeginWrite(
            request,
            request.Registry.Identity.ScopeMapId(map.Name),
            "Updating",
            now,
            phase => Body(request.Registry, map, phase)
        );
    }

    /// <summary>Assumed: a map in use can be deleted, and its tokens then grant nothing.</summary>
    private ArmReply Delete(ArmCall request)
    {
        if (!request.Registry.ScopeMaps.TryFind(request.Name, out var map))
        {
            return ArmReply.Empty(StatusCodes.Status204NoContent);
        }

        return request.Registry.ScopeMaps.Remove(Editable(map).Name, out _)
            ? operations.BeginDelete(request)
            : ArmReply.Empty(StatusCodes.Status204NoContent);
    }

    private static StoredScopeMap Existing(ArmCall request) =>
        request.Registry.ScopeMaps.TryFind(request.Name, out var map) ? map : throw ArmRefusals.NotFound(request.Name);

    private static StoredScopeMap Editable(StoredScopeMap map) => map.IsSystemDefined ? throw ArmRefusals.SystemScopeMap(map.Name) : map;

    private static ImmutableArray<string>? Actions(JsonObject properties)
    {
        if (ResourceJson.ArrayAt(properties, "actions") is not { } sent)
        {
            return null;
        }

        ImmutableArray<string> actions =
        [
            .. sent.Select(node =>
                node is JsonValue value && value.TryGetValue(out string? action) ? action : throw ArmRefusals.Invalid("An action is not a string.")
            ),
        ];
        foreach (var action in actions)
        {
            ResourceNames.CheckAction(action);
        }

        return actions.Length <= MostActions ? actions : throw ArmRefusals.Invalid($"A scope map holds at most {MostActions} actions.");
    }

    private static string? Description(JsonObject properties)
    {
        var description = ResourceJson.StringAt(properties, "description");
        return description is not { Length: > LongestDescription }
            ? description
            : throw ArmRefusals.Invalid($"A description holds at most {LongestDescription} characters.");
    }

    private static JsonObject Body(RegistryState registry, StoredScopeMap map, string provisioningState)
    {
        var body = new JsonObject
        {
            ["type"] = "Microsoft.ContainerRegistry/registries/scopeMaps",
            ["id"] = registry.Identity.ScopeMapId(map.Name),
            ["name"] = map.Name,
        };
        if (!map.IsSystemDefined)
        {
            body["systemData"] = ResourceJson.SystemData(map.ChangedAt);
        }

        var properties = new JsonObject();
        if (map.Description is not null)
        {
            properties["description"] = map.Description;
        }

        properties["type"] = map.IsSystemDefined ? "SystemDefined" : "UserDefined";
        properties["creationDate"] = ResourceJson.Timestamp(map.CreatedAt);
        properties["provisioningState"] = provisioningState;
        properties["actions"] = new JsonArray([.. map.Actions.Select(action => JsonValue.Create(action))]);
        body["properties"] = properties;
        return body;
    }
}
