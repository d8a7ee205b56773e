using System.Globalization;
using Azure.Core;
using Azure.Identity;

namespace AcrTokens.Execution;

/// <summary>
/// A credential that is created at the first request and times out: an authority that accepts the connection and never responds would block a task
/// for minutes. Any exception of the credential fails the sign-in, one of its constructor too: that names the variable behind it.
/// </summary>
/// <param name="make">Creates the credential. Called again after a failure.</param>
/// <param name="timeout">How long one sign-in may take.</param>
/// <param name="clock">The clock.</param>
internal sealed class BoundedCredential(Func<TokenCredential> make, TimeSpan timeout, TimeProvider clock) : TokenCredential
{
    private readonly Lock gate = new();
    private TokenCredential? made;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Made.GetToken(requestContext, cancellationToken);

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await SignInAsync(requestContext, time.Token).WaitAsync(timeout, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            await time.CancelAsync().ConfigureAwait(false);
            throw new AuthenticationFailedException(
                string.Create(CultureInfo.InvariantCulture, $"the sign-in did not answer within {timeout.TotalSeconds:0.#} s"),
                late
            );
        }
    }

    // A custom credential may throw anything. Azure.Core would retry it as a failure of Resource Manager.
    private async Task<AccessToken> SignInAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            return await Made.GetTokenAsync(requestContext, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not AuthenticationFailedException && !cancellationToken.IsCancellationRequested)
        {
            throw new AuthenticationFailedException(failure.Message, failure);
        }
    }

    // Not a Lazy, which would cache the exception.
    private TokenCredential Made
    {
        get
        {
            lock (gate)
            {
                return made ??= Make();
            }
        }
    }

    private TokenCredential Make()
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new AuthenticationFailedException(CredentialMistakes.Explain(exception, Environment.GetEnvironmentVariable), exception);
        }
    }
}
