namespace AcrTokens;

/// <summary>A login to a registry. The first host is its login server.</summary>
internal sealed record RegistryLogin(IReadOnlyList<string> Hosts, string Username, AcrSecret Password);
