namespace AcrTokens.Emulator.ResourceManager;

/// <summary>A feature of the request that generated the passwords, for code that searches clients in the same process for leaks.</summary>
internal sealed record GeneratedPasswords(string Token, IReadOnlyList<string> Values);
