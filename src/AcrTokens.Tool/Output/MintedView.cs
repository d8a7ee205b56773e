namespace AcrTokens.Tool.Output;

/// <summary>A token that was minted for later steps. Its password is in the folder alone.</summary>
internal sealed record MintedView(string Name, DateTimeOffset Expiry, string DockerConfig);
