namespace AcrTokens;

// Where its password is good.
public sealed partial class AcrTokenLease
{
    /// <summary>
    /// Every host that the build reaches the registry by, each once and in lower case: the registry's own login server, the host that it was named by,
    /// then <see cref="AcrTokenMintSettings.LoginServers"/>. Asks as <see cref="GetLoginServerAsync"/> does.
    /// </summary>
    internal async Task<IReadOnlyList<string>> GetLoginServersAsync(CancellationToken cancellationToken)
    {
        var own = await GetLoginServerAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<string?> hosts = [own.ToLowerInvariant(), settings.Registry.Host, .. settings.LoginServers.Select(RegistryHost.TryParse)];
        return [.. hosts.OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
