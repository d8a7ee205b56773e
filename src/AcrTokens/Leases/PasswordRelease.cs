using Azure;
using Azure.Core;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Ends a lease on an existing token: removes the lease's passwords, and disables the token unless it has another password or certificate that can
/// log in. Never deletes the token.
/// </summary>
internal sealed class PasswordRelease(AcrClient client, ResourceIdentifier id, OwnPasswords own)
{
    // Another build may change the token between the read and the write.
    private const int MostWrites = 3;

    /// <summary>
    /// Whether to try again. There is no second way to end such a token, as the delete is for others, so a refusal is not taken for the last word.
    /// </summary>
    public static bool IsWorthAnotherTry(AcrException failure) => failure.IsTransient || failure.Status is 401 or 403 or 404;

    public async Task<TokenEnd> RunAsync(CancellationToken cancellationToken)
    {
        var token = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
        for (var writes = 0; token is not null; writes++)
        {
            client.Time.Note(token.ReadOn);
            if (ChangesOf(token) is not { } changes)
                return TokenEnd.Released;

            try
            {
                token = await client.Executor.UpdateTokenAsync(id, changes, WaitUntil.Completed, cancellationToken).ConfigureAwait(false);
                if (token is null) // from a substitute without a configured result
                    return TokenEnd.Released;
            }
            catch (AcrException refused) when (refused.Status is >= 400 and < 500 && writes < MostWrites)
            {
                var now = await client.Executor.GetTokenIfExistsAsync(id, cancellationToken).ConfigureAwait(false);
                if (now is not null && IsSame(now, token))
                    throw;
                token = now;
            }
        }

        return TokenEnd.Gone;
    }

    /// <summary>The next change; null if the token is as it should be.</summary>
    private AcrTokenChanges? ChangesOf(AcrToken token)
    {
        var others = token.Passwords.Where(password => !own.Contains(password) && password.IsLiveAt(client.Time.Now)).ToList();
        var isOurs = token.Passwords.Any(own.Contains);
        var isUsed = others.Count > 0 || token.Certificates.Count > 0;
        var isEnabled = token.Status != AcrTokenStatus.Disabled;
        if (isUsed && isEnabled && isOurs)
            client.Log.LogInformation("Token {Token} stays enabled: somebody else uses it", id.Name);
        if (!isOurs && (isUsed || !isEnabled))
            return null;

        return new() { Passwords = isOurs ? others : null, Status = isUsed || !isEnabled ? null : AcrTokenStatus.Disabled };
    }

    private static bool IsSame(AcrToken one, AcrToken other) =>
        one.Status == other.Status && one.Passwords.SequenceEqual(other.Passwords) && one.Certificates.Count == other.Certificates.Count;
}
