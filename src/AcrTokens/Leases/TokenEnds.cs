using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>Ends tokens by id. A token that does not exist has ended.</summary>
internal static class TokenEnds
{
    /// <summary>Disables the token: the registry refuses new logins.</summary>
    public static Task<TokenEnd> DisableAsync(this AcrExecutor executor, ResourceIdentifier token, CancellationToken cancellationToken) =>
        EndAsync(
            executor,
            token,
            () => executor.UpdateTokenAsync(token, new AcrTokenChanges { Status = AcrTokenStatus.Disabled }, WaitUntil.Completed, cancellationToken),
            TokenEnd.Disabled,
            cancellationToken
        );

    /// <summary>Deletes the token, which frees its place in the quota.</summary>
    public static Task<TokenEnd> RemoveAsync(this AcrExecutor executor, ResourceIdentifier token, CancellationToken cancellationToken) =>
        EndAsync(
            executor,
            token,
            () => executor.DeleteTokenAsync(token, WaitUntil.Completed, cancellationToken),
            TokenEnd.Deleted,
            cancellationToken
        );

    // A 404 may also mean that the registry does not exist, or come from a proxy. Reading the token tells them apart.
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
