namespace AcrTokens;

/// <summary>The hosts of the registry in a task's settings, as far as is known before Azure is asked.</summary>
/// <param name="registry">The registry; null if it is missing or invalid, which is a separate mistake.</param>
/// <param name="further">Further hosts of the registry, in the form of <see cref="RegistryHost"/>.</param>
internal sealed class OwnHosts(AcrRegistryReference? registry, IReadOnlyList<string> further)
{
    /// <summary>The registry's description for messages.</summary>
    public string Registry => registry?.Host ?? registry?.Label ?? registry?.Name ?? "";

    /// <summary>Whether the host may belong to the registry. If the registry is unknown, only a host in the form of a login server may.</summary>
    public bool Contains(string text) =>
        RegistryHost.TryParse(text) is { } host
        && (
            host == registry?.Host
            || further.Contains(host, StringComparer.Ordinal)
            || (AcrRegistryReference.OfHost(host) is { } named && registry?.MayBe(named) != false)
        );

    /// <summary>Whether the host cannot belong to the registry. False if the registry is unknown.</summary>
    public bool Excludes(string text) => registry is not null && !Contains(text);

    /// <summary>Whether the settings prove that the host belongs to the registry: a name alone has neither hash nor port.</summary>
    public bool Prove(string host) =>
        host == registry?.Host
        || further.Contains(host, StringComparer.Ordinal)
        || ((registry?.Label ?? registry?.Host) is not null && Contains(host));

    /// <summary>Validates a further host of the registry.</summary>
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
