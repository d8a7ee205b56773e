using System.Text.Json.Nodes;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.ResourceManager;

/// <summary>Repository-scoped tokens: put, patch, get, list, delete.</summary>
internal sealed class TokensApi(EmulatorState state, OperationsApi operations)
{
    private const string Collection = ArmSurface.Registry + "/tokens";

    public void Map(ArmSurface arm)
    {
        arm.Map("GET", Collection, _ => List());
        arm.Map("GET", Collection + "/{name}", r => ArmAnswer.Ok(Body(Existing(r.Name))));
        arm.Map("PUT", Collection + "/{name}", Put);
        arm.Map("PATCH", Collection + "/{name}", Patch);
        arm.Map("DELETE", Collection + "/{name}", Delete);
    }

    private ArmAnswer List() => ArmAnswer.Ok(new JsonObject
    {
        ["value"] = new JsonArray([.. state.Tokens.All().Select(Body)]),
    });

    private ArmAnswer Put(ArmRequest request)
    {
        ResourceNames.CheckToken(request.Name);
        var change = TokenChange.Read(request.Properties, state);
        var scopeMapId = change.ScopeMapId ?? throw ArmErrors.Invalid("The property scopeMapId is required.");
        var now = state.Clock.GetUtcNow();
        var phase = "Creating";
        var token = state.Tokens.Change(request.Name, existing =>
        {
            if (existing is null)
            {
                return change.CheckedFor(null).Create(request.Name, scopeMapId, now, now + state.Options.CreationDelay);
            }

            phase = "Updating";
            return change.CheckedFor(existing).Replace(existing, now);
        });

        // Assumed for a token that was there: 201, as PATCH answers for an existing token. The specification has 200 and 201.
        return operations.BeginWrite(request, state.Identity.TokenId(token.Name), phase, token.ActiveFrom, p => TokenBody.Of(token, state.Identity, p));
    }

    private ArmAnswer Patch(ArmRequest request)
    {
        var change = TokenChange.Read(request.Properties, state);
        var now = state.Clock.GetUtcNow();
        var token = state.Tokens.Change(request.Name, existing =>
        {
            var found = existing ?? throw ArmErrors.NotFound(request.Name);
            return change.CheckedFor(found).Update(found, now);
        });

        // Assumed: a token that is still being created takes a change, rather than a 409.
        return operations.BeginWrite(request, state.Identity.TokenId(token.Name), "Updating", now, p => TokenBody.Of(token, state.Identity, p));
    }

    private ArmAnswer Delete(ArmRequest request) => state.Tokens.Remove(request.Name)
        ? operations.BeginDelete(request)
        : ArmAnswer.Empty(StatusCodes.Status204NoContent);

    private StoredToken Existing(string name) => state.Tokens.TryFind(name, out var token) ? token : throw ArmErrors.NotFound(name);

    private JsonObject Body(StoredToken token) =>
        TokenBody.Of(token, state.Identity, token.IsCreating(state.Clock.GetUtcNow()) ? "Creating" : "Succeeded");
}
