namespace AcrTokens.Tool.Output;

/// <summary>A token minted for later steps. Its password is only in the folder.</summary>
internal sealed record MintedView(string Name, string PasswordName, DateTimeOffset Expiry, string DockerConfig);
