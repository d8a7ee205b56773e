using Azure;
using Azure.Core;

namespace AcrTokens;

/// <summary>How a token ends by its name alone. One that is gone has ended.</summary>
internal static class TokenEnd
{
    /// <summary>Refuses new logins. Returns false when there is no such token.</summary>
    public static Task<bool> DisableAsync(this IAcrExecutor executor, ResourceIdentifier token, CancellationToken cancellationToken) => IsThereAsync(
        executor,
        token,
        () => executor.UpdateTokenAsync(token, new AcrTokenChanges { Status = AcrTokenStatus.Disabled }, WaitUntil.Completed, cancellationToken),
        cancellationToken);

    /// <summary>Frees its place in the quota. Returns false when it turned out to be gone.</summary>
    public static Task<bool> RemoveAsync(this IAcrExecutor executor, ResourceIdentifier token, CancellationToken cancellationToken) =>
        IsThereAsync(executor, token, () => executor.DeleteTokenAsync(token, WaitUntil.Completed, cancellationToken), cancellationToken);

    // A 404 may also say that there is no such registry, in which no token has ended. Reading the token tells the two apart.
    private static async Task<bool> IsThereAsync(IAcrExecutor executor, ResourceIdentifier token, Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            await change().ConfigureAwait(false);
            return true;
        }
        catch (AcrException missing) when (missing.Status == 404)
        {
            if (await executor.GetTokenIfExistsAsync(token, cancellationToken).ConfigureAwait(false) is not null)
                throw;
            return false;
        }
    }
}
