using Azure.Core;

namespace AcrTokens;

/// <summary>A registry as a build author names it: by name, by one of its hosts, or by resource id.</summary>
internal sealed record AcrRegistryReference(string Name)
{
    /// <summary>The name and the hash that the service put behind it, in lower case, as its hosts begin; null where only the name is known.</summary>
    public string? Label { get; private init; }

    /// <summary>The registry's own login server; null where it was not named by that one.</summary>
    public string? LoginServer { get; private init; }

    /// <summary>The host that it was named by: its login server, or the endpoint of one region.</summary>
    public string? Host { get; private init; }

    public ResourceIdentifier? Id { get; private init; }

    /// <summary>An emulator's login server, which does not say the registry's name; <see cref="Name"/> is then the login server.</summary>
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

    /// <param name="host">In the form of <see cref="RegistryHost"/>.</param>
    public static AcrRegistryReference? OfHost(string host)
    {
        if (AcrNames.LoopbackLoginServer().IsMatch(host))
            return new(host) { LoginServer = host, Host = host, IsOnLoopback = true };

        return AcrNames.LoginServer().Match(host) is { Success: true } match
            ? new(match.Groups["name"].Value) { Label = match.Groups["label"].Value, LoginServer = match.Groups["region"].Success ? null : host, Host = host }
            : null;
    }
}
