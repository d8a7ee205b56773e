using System.Text.Json.Nodes;
using AcrTokens.Emulator.Simulations;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Repository-scoped tokens: put, patch, get, list, delete.</summary>
internal sealed class TokensApi(EmulatorState state, OperationsApi operations)
{
    private const string Collection = ArmSurface.Registry + "/tokens";

    private readonly TokenPolicies policies = new(state);

    public void Map(ArmSurface arm)
    {
        arm.Map("GET", Collection, "Tokens_List", List);
        arm.Map("GET", Collection + "/{name}", "Tokens_Get", r => ArmReply.Ok(Body(r.Registry, Existing(r))));
        arm.Map("PUT", Collection + "/{name}", "Tokens_Create", Put);
        arm.Map("PATCH", Collection + "/{name}", "Tokens_Update", Patch);
        arm.Map("DELETE", Collection + "/{name}", "Tokens_Delete", Delete);
    }

    private ArmReply List(ArmCall request) =>
        ListPage.Of(request, request.Registry.Tokens, state.Options.PageSize, token => Body(request.Registry, token));

    private ArmReply Put(ArmCall request)
    {
        ResourceNames.CheckToken(request.Name);
        var registry = request.Registry;
        var change = TokenChange.Read(request.Properties, registry);
        var scopeMapId = change.ScopeMapId ?? throw ArmRefusals.Invalid("The property scopeMapId is required.");
        var now = state.Clock.GetUtcNow();
        var phase = "Creating";
        var token = registry.Tokens.Change(
            request.Name,
            existing =>
            {
                if (existing is null)
                {
                    Quota.CheckTokens(registry, state.Options.Sku);
                    return policies.Apply(change.CheckedFor(null).Create(request.Name, scopeMapId, now, now + state.Options.CreationDelay));
                }

                phase = "Updating";
                return policies.Apply(change.CheckedFor(existing).Replace(existing, now));
            }
        );

        // Assumed for an existing token: 201, as for PATCH. The specification has 200 and 201.
        return operations.BeginWrite(
            request,
            registry.Identity.TokenId(token.Name),
            phase,
            token.ActiveFrom,
            p => TokenBody.Of(token, registry.Identity, p)
        );
    }

    private ArmReply Patch(ArmCall request)
    {
        var registry = request.Registry;
        var change = TokenChange.Read(request.Properties, registry);
        var now = state.Clock.GetUtcNow();
        var token = registry.Tokens.Change(
            request.Name,
            existing =>
            {
                var found = existing ?? throw ArmRefusals.NotFound(request.Name);
                return policies.Apply(change.CheckedFor(found).Update(found, now));
            }
        );

        // Assumed: a token that is still being created can be changed, without a 409.
        return operations.BeginWrite(request, registry.Identity.TokenId(token.Name), "Updating", now, p => TokenBody.Of(token, registry.Identity, p));
    }

    private ArmReply Delete(ArmCall request) =>
        request.Registry.DeleteToken(request.Name, state.Clock.GetUtcNow())
            ? operations.BeginDelete(request)
            : ArmReply.Empty(StatusCodes.Status204NoContent);

    private static StoredToken Existing(ArmCall request) =>
        request.Registry.Tokens.TryFind(request.Name, out var token) ? token : throw ArmRefusals.NotFound(request.Name);

    private JsonObject Body(RegistryState registry, StoredToken token) =>
        TokenBody.Of(token, registry.Identity, token.IsCreating(state.Clock.GetUtcNow()) ? "Creating" : "Succeeded");
}
