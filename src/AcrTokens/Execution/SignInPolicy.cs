using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Execution;

/// <summary>Azure.Core's authentication policy. Reports when the sign-in used up the time.</summary>
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
