namespace AcrTokens.Emulator;

/// <summary>A snapshot of a repository-scoped token.</summary>
/// <param name="Name">The token's name.</param>
/// <param name="Enabled">Whether its status is <c>enabled</c>.</param>
/// <param name="HasUsablePassword">Whether it has a password that has not expired, regardless of <paramref name="Enabled"/>.</param>
/// <param name="ExpiresOn">When the last of its passwords expires; <see langword="null"/> if one never expires, or it has none.</param>
/// <param name="RegistryName">The registry that the token belongs to.</param>
public sealed record EmulatorToken(string Name, bool Enabled, bool HasUsablePassword, DateTimeOffset? ExpiresOn, string RegistryName);
