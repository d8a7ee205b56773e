using Azure;
using Azure.Core;

namespace AcrTokens;

internal sealed partial class ArmExecutor
{
    public Task<AcrToken> CreateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ChangeTokenAsync(RequestMethod.Put, token, changes, waitUntil, cancellationToken);

    public Task<AcrToken> UpdateTokenAsync(ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ChangeTokenAsync(RequestMethod.Patch, token, changes, waitUntil, cancellationToken);

    public async Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken) =>
        (await calls.GetIfExistsAsync(token, ArmJson.Default.TokenJson, cancellationToken).ConfigureAwait(false))?.ToModel(token);

    public IAsyncEnumerable<AcrToken> ListTokensAsync(ResourceIdentifier registry, CancellationToken cancellationToken) => calls
        .ListAsync(registry, "tokens", ArmJson.Default.PageJsonTokenJson, cancellationToken)
        .Select(json => json.ToModel(new(json.Id ?? "")));

    public Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        calls.DeleteAsync(token, waitUntil, cancellationToken);

    public async Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token, AcrTokenPasswordName? name, DateTimeOffset? expiresOn, CancellationToken cancellationToken)
    {
        var body = new GenerateCredentialsJson(token.ToString(), expiresOn?.ToUniversalTime(), name?.ToString());
        var request = new ArmRequest(RequestMethod.Post, $"{token.Parent}/generateCredentials", "generate credentials of", token)
        {
            Body = ArmCalls.Json(body, ArmJson.Default.GenerateCredentialsJson),
        };
        return (await calls.ActAsync(request, ArmJson.Default.CredentialsJson, cancellationToken).ConfigureAwait(false)).ToModel(token);
    }

    private async Task<AcrToken> ChangeTokenAsync(
        RequestMethod method, ResourceIdentifier token, AcrTokenChanges changes, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var (json, isFinal) = await calls.ChangeAsync(method, token, changes.ToJson(), ArmJson.Default.TokenJson, waitUntil, cancellationToken).ConfigureAwait(false);
        var model = json.ToModel(token);
        return isFinal ? model : model with { ProvisioningState = AcrProvisioningState.Succeeded };
    }
}
