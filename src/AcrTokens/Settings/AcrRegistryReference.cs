using Azure.Core;

namespace AcrTokens;

/// <summary>A registry as a build author names it: by name, by login server, or by resource id.</summary>
internal sealed record AcrRegistryReference(string Name)
{
    public string? LoginServer { get; private init; }

    public ResourceIdentifier? Id { get; private init; }

    /// <summary>An emulator's login server, which does not say the registry's name; <see cref="Name"/> is then the login server.</summary>
    public bool IsOnLoopback { get; private init; }

    public static AcrRegistryReference? TryParse(string text)
    {
        if (text.StartsWith('/'))
            return AcrResourceReference.TryParse(text, AcrResourceIds.RegistryType) is { } id ? new(id.Name) { Id = id } : null;

        if (AcrNames.Registry().IsMatch(text))
            return new(text);

        if (AcrNames.LoopbackLoginServer().IsMatch(text))
            return new(text) { LoginServer = text.ToLowerInvariant(), IsOnLoopback = true };

        return AcrNames.LoginServer().Match(text) is { Success: true } match
            ? new(match.Groups["name"].Value.ToLowerInvariant()) { LoginServer = text.ToLowerInvariant() }
            : null;
    }
}
