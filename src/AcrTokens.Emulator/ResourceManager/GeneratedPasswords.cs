namespace AcrTokens.Emulator.ResourceManager;

/// <summary>A feature of the request that made them, for whoever searches the same process's clients for leaks.</summary>
internal sealed record GeneratedPasswords(string Token, IReadOnlyList<string> Values);
