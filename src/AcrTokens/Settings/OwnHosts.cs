namespace AcrTokens;

/// <summary>The hosts of the registry that settings name, as far as the settings tell: Azure has not been asked yet.</summary>
/// <param name="registry">The registry; null where it is named wrongly or not at all, which is a mistake of its own.</param>
/// <param name="further">Hosts that the build says are the registry's, in the form of <see cref="RegistryHost"/>.</param>
internal sealed class OwnHosts(AcrRegistryReference? registry, IReadOnlyList<string> further)
{
    /// <summary>The registry in a message.</summary>
    public string Registry => registry?.Host ?? registry?.Label ?? registry?.Name ?? "";

    /// <summary>Whether the host can be the registry's. Where the registry is not known, only what is a login server by its form can.</summary>
    public bool Contains(string text) =>
        RegistryHost.TryParse(text) is { } host
        && (
            host == registry?.Host
            || further.Contains(host, StringComparer.Ordinal)
            || (AcrRegistryReference.OfHost(host) is { } named && registry?.MayBe(named) != false)
        );

    /// <summary>Whether the host can be none of the registry's. Of a registry that is not known, none is another's.</summary>
    public bool Excludes(string text) => registry is not null && !Contains(text);

    /// <summary>Whether the settings alone tell that the host is the registry's: a name alone says neither hash nor port.</summary>
    public bool Prove(string host) =>
        host == registry?.Host
        || further.Contains(host, StringComparer.Ordinal)
        || ((registry?.Label ?? registry?.Host) is not null && Contains(host));

    /// <summary>Checks a further host of the registry.</summary>
    public void Check(string text, Mistakes mistakes)
    {
        if (RegistryHost.TryParse(text) is not { } host || !(host == "localhost" || host.AsSpan().ContainsAny('.', ':')))
            mistakes.Add(
                $"'{text}' is no host to log in to: it takes a name with a full stop, an address, or either with a port, such as registry.example.com"
            );
        else if (AcrRegistryReference.DataEndpointOf(host) is { } registryOfData)
            mistakes.Add($"'{text}' is a data endpoint of '{registryOfData}', which needs no login: leave it out");
        else if (
            RepositoryText.IsOthers(host) || (AcrRegistryReference.OfHost(host) is { IsOnLoopback: false } named && registry?.MayBe(named) == false)
        )
            mistakes.Add($"'{text}' is a login server of another registry than '{Registry}'");
    }
}
