using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>How a token ends by its name alone. One that is gone has ended.</summary>
internal static class TokenEnds
{
    /// <summary>Refuses new logins.</summary>
    public static Task<TokenEnd> DisableAsync(this AcrExecutor executor, ResourceIdentifier token, CancellationToken cancellationToken) =>
        EndAsync(
            executor,
            token,
            () => executor.UpdateTokenAsync(token, new AcrTokenChanges { Status = AcrTokenStatus.Disabled }, WaitUntil.Completed, cancellationToken),
            TokenEnd.Disabled,
            cancellationToken
        );

    /// <summary>Frees its place in the quota.</summary>
    public static Task<TokenEnd> RemoveAsync(this AcrExecutor executor, ResourceIdentifier token, CancellationToken cancellationToken) =>
        EndAsync(
            executor,
            token,
            () => executor.DeleteTokenAsync(token, WaitUntil.Completed, cancellationToken),
            TokenEnd.Deleted,
            cancellationToken
        );

    // A 404 may also say that there is no such registry, in which no token has ended, or come from something in between.
    // Reading the token tells them apart.
    private static async Task<TokenEnd> EndAsync(
        AcrExecutor executor,
        ResourceIdentifier token,
        Func<Task> change,
        TokenEnd end,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await change().ConfigureAwait(false);
            return end;
        }
        catch (AcrException missing) when (missing.Status == 404)
        {
            if (await executor.GetTokenIfExistsAsync(token, cancellationToken).ConfigureAwait(false) is not null)
                throw;
            return TokenEnd.Gone;
        }
    }
}
