namespace AcrTokens.Emulator;

/// <summary>What is left of a repository-scoped token at the moment it was looked at.</summary>
/// <param name="Name">The token's name.</param>
/// <param name="Enabled">Whether its status is <c>enabled</c>.</param>
/// <param name="HasUsablePassword">Whether it has a password that has not expired. Says nothing about <paramref name="Enabled"/>.</param>
/// <param name="ExpiresOn">When the last of its passwords expires; <see langword="null"/> when one never does, or there is none.</param>
/// <param name="RegistryName">The registry that it belongs to.</param>
public sealed record EmulatorToken(string Name, bool Enabled, bool HasUsablePassword, DateTimeOffset? ExpiresOn, string RegistryName);
