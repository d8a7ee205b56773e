namespace AcrTokens;

// Where its password is good.
public sealed partial class AcrTokenLease
{
    /// <summary>
    /// Every host that the build reaches the registry by, each once and in lower case: the registry's own login server, the host that it was named
    /// by,
    /// <see cref="AcrTokenMintSettings.LoginServers"/>, then those that stood before repositories and images. Asks as
    /// <see cref="GetLoginServerAsync"/> does.
    /// </summary>
    internal async Task<IReadOnlyList<string>> GetLoginServersAsync(CancellationToken cancellationToken)
    {
        var own = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        return [.. settings.NamedHosts.Prepend(own.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
    }
}
