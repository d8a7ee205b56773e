namespace AcrTokens;

// The hosts that take the password.
public sealed partial class AcrTokenLease
{
    /// <summary>
    /// All hosts of the registry that the build uses, each once and in lower case: the registry's login server, the host in its settings,
    /// <see cref="AcrTokenMintSettings.LoginServers"/>, then the hosts of repositories and images. May read the registry, as
    /// <see cref="GetLoginServerAsync"/> does.
    /// </summary>
    internal async Task<IReadOnlyList<string>> GetLoginServersAsync(CancellationToken cancellationToken)
    {
        var own = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        return [.. settings.NamedHosts.Prepend(own.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
    }
}
