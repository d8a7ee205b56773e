using Azure.Core;

namespace AcrTokens;

/// <summary>A registry as a build author names it: by name, host or resource id.</summary>
internal sealed record AcrRegistryReference(string Name)
{
    /// <summary>
    /// The first label of its hosts, in lower case: the name and the hash that the service appended. Null if only the name is known.
    /// </summary>
    public string? Label { get; private init; }

    /// <summary>The registry's login server; null if it was named in another way.</summary>
    public string? LoginServer { get; private init; }

    /// <summary>The host that it was named by: its login server or a regional endpoint.</summary>
    public string? Host { get; private init; }

    public ResourceIdentifier? Id { get; private init; }

    /// <summary>
    /// Whether it is an emulator's login server, which does not contain the registry's name. <see cref="Name"/> is then the login server.
    /// </summary>
    public bool IsOnLoopback { get; private init; }

    public static AcrRegistryReference? TryParse(string text)
    {
        if (text.StartsWith('/'))
            return AcrResourceReference.TryParse(text, AcrResourceIds.RegistryType) is { } id ? new(id.Name) { Id = id } : null;

        if (AcrNames.Registry().IsMatch(text))
            return new(text);

        if (AcrNames.Label().Match(text) is { Success: true } label)
            return new(label.Groups["name"].Value) { Label = text.ToLowerInvariant() };

        return RegistryHost.TryParse(text) is { } host ? OfHost(host) : null;
    }

    /// <summary>Why the text is no valid registry.</summary>
    public static string Refuse(string text) =>
        RegistryHost.TryParse(text) is { } host && DataEndpointOf(host) is { } registry
            ? $"'{text}' is a data endpoint, where layers are downloaded from and nobody logs in: name the registry, '{registry}'"
            : $"'{text}' names no registry: it takes a name ({AcrNames.RegistryRule}), a login server (contoso.azurecr.io) or a full resource id";

    /// <summary>The login server of the registry with that data endpoint; null if it is none.</summary>
    public static string? DataEndpointOf(string host) =>
        AcrNames.DataEndpoint().Match(host) is { Success: true } match
            ? $"{match.Groups["label"].Value}.azurecr.{match.Groups["cloud"].Value}"
            : null;

    /// <param name="host">In the form of <see cref="RegistryHost"/>.</param>
    public static AcrRegistryReference? OfHost(string host)
    {
        if (AcrNames.LoopbackLoginServer().IsMatch(host))
            return new(host)
            {
                LoginServer = host,
                Host = host,
                IsOnLoopback = true,
            };

        return AcrNames.LoginServer().Match(host) is { Success: true } match
            ? new(match.Groups["name"].Value)
            {
                Label = match.Groups["label"].Value,
                LoginServer = match.Groups["region"].Success ? null : host,
                Host = host,
            }
            : null;
    }

    /// <summary>
    /// Whether the host may belong to this registry, as far as is known. A name alone has neither hash nor cloud, and on this machine not even a
    /// port.
    /// </summary>
    public bool MayBe(AcrRegistryReference named)
    {
        if (named.IsOnLoopback)
            return IsOnLoopback ? End(named.Host, ':') == End(Host, ':') : Host is null;

        return string.Equals(named.Name, Name, StringComparison.OrdinalIgnoreCase)
            && (Label ?? named.Label) == named.Label
            && (Host is null || End(named.Host, '.') == End(Host, '.'));
    }

    /// <summary>Whether it may be that registry: compares names and, if both are known, hashes; on this machine, ports.</summary>
    public bool MayBe(AcrRegistry registry) =>
        IsOnLoopback
            ? RegistryHost.TryParse(registry.LoginServer) is { } local && OfHost(local) is { } there && MayBe(there)
            : string.Equals(registry.Name, Name, StringComparison.OrdinalIgnoreCase)
                && (
                    Label is null
                    || RegistryHost.TryParse(registry.LoginServer) is not { } host
                    || OfHost(host) is not { Label: { } label }
                    || label == Label
                );

    private static string? End(string? host, char separator) => host?[host.LastIndexOf(separator)..];
}
