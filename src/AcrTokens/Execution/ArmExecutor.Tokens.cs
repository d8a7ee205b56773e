using Azure;
using Azure.Core;

namespace AcrTokens.Execution;

internal sealed partial class ArmExecutor
{
    public override Task<AcrToken> CreateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => ChangeTokenAsync(RequestMethod.Put, token, changes, waitUntil, cancellationToken);

    public override Task<AcrToken> UpdateTokenAsync(
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    ) => ChangeTokenAsync(RequestMethod.Patch, token, changes, waitUntil, cancellationToken);

    public override async Task<AcrToken?> GetTokenIfExistsAsync(ResourceIdentifier token, CancellationToken cancellationToken)
    {
        var (read, readOn) = await calls.GetIfExistsAsync(token, json => ArmModels.Token(json, token), cancellationToken).ConfigureAwait(false);
        return read is null ? null : read with { ReadOn = readOn };
    }

    public override IAsyncEnumerable<AcrToken> ListTokensAsync(
        ResourceIdentifier registry,
        Action<AcrException> passedOver,
        CancellationToken cancellationToken
    ) =>
        calls.ListAsync(
            registry,
            "tokens",
            json => ArmModels.Token(json, ArmModels.Id(json, AcrResourceIds.TokenType)),
            passedOver,
            cancellationToken
        );

    public override Task DeleteTokenAsync(ResourceIdentifier token, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        calls.DeleteAsync(token, waitUntil, cancellationToken);

    public override Task<AcrTokenCredentials> GenerateCredentialsAsync(
        ResourceIdentifier token,
        AcrTokenPasswordName? name,
        DateTimeOffset? expiresOn,
        CancellationToken cancellationToken
    )
    {
        var request = new ArmRequest(RequestMethod.Post, $"{token.Parent}/generateCredentials", new Attempt("generate credentials of", token))
        {
            Body = ArmBodies.GenerateCredentials(token, name, expiresOn),
        };
        return calls.ActAsync(request, json => ArmModels.Credentials(json, token), cancellationToken);
    }

    private async Task<AcrToken> ChangeTokenAsync(
        RequestMethod method,
        ResourceIdentifier token,
        AcrTokenChanges changes,
        WaitUntil waitUntil,
        CancellationToken cancellationToken
    )
    {
        var (changed, readOn) = await calls
            .ChangeAsync(
                new ArmChange<AcrToken>(
                    method,
                    token,
                    changes.ToBody(),
                    json => ArmModels.Token(json, token),
                    t => t with { ProvisioningState = AcrProvisioningState.Succeeded }
                ),
                waitUntil,
                cancellationToken
            )
            .ConfigureAwait(false);
        return changed with { ReadOn = readOn };
    }
}
