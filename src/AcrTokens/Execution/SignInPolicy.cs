using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Azure.Core's own sign-in, which says so where it was what took all of the time.</summary>
internal sealed class SignInPolicy(TokenCredential credential, string scope) : BearerTokenAuthenticationPolicy(credential, scope)
{
    protected override async ValueTask AuthorizeRequestAsync(HttpMessage message)
    {
        try
        {
            await base.AuthorizeRequestAsync(message).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (message.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                cancelled.Message,
                new AcrException($"Signing in to Azure did not answer. {NetworkErrors.Check(AcrCloud.AuthorityHostVariable)}.", cancelled)
                {
                    NothingDone = true,
                },
                message.CancellationToken
            );
        }
    }
}
