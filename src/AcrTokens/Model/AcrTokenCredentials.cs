namespace AcrTokens;

/// <summary>The answer of a credential generation.</summary>
public sealed record AcrTokenCredentials
{
    /// <summary>The user name to log in with: the token's name.</summary>
    public required string Username { get; init; }

    /// <summary>Every password that the token has; only those generated now carry their <see cref="AcrTokenPassword.Value"/>.</summary>
    public IReadOnlyList<AcrTokenPassword> Passwords { get; init; } = [];

    /// <summary>The generated password of that name, or null when it was not generated now. Never picked by position.</summary>
    public AcrTokenPassword? Find(AcrTokenPasswordName name) => Passwords.FirstOrDefault(p => p.Name == name && p.Value is not null);
}
