namespace AcrTokens;

/// <summary>What a tool logs in with, and the hosts of the registry that take it; the first is its login server.</summary>
internal sealed record RegistryLogin(IReadOnlyList<string> Hosts, string Username, AcrSecret Password);
