using System.Globalization;
using Azure.Core;
using Azure.Identity;

namespace AcrTokens.Execution;

/// <summary>
/// Whoever asks, made at the first request, and given up when no access token comes in time: an authority that takes the connection and says
/// nothing would hold a task for minutes. What a credential's constructor throws fails the sign-in as well, with the name of the variable that it
/// read.
/// </summary>
/// <param name="make">Makes or names the credential. Asked again after it failed.</param>
/// <param name="timeout">How long one sign-in may take.</param>
/// <param name="clock">By this.</param>
internal sealed class BoundedCredential(Func<TokenCredential> make, TimeSpan timeout, TimeProvider clock) : TokenCredential
{
    private readonly Lock gate = new();
    private TokenCredential? made;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        Made.GetToken(requestContext, cancellationToken);

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var signIn = Made.GetTokenAsync(requestContext, time.Token);
        if (signIn.IsCompleted)
            return await signIn.ConfigureAwait(false);

        try
        {
            return await signIn.AsTask().WaitAsync(timeout, clock, cancellationToken).ConfigureAwait(false);
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

    // Not a Lazy, which would keep the failure.
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
