namespace AcrTokens;

/// <summary>The result of generating credentials.</summary>
public sealed record AcrTokenCredentials
{
    /// <summary>The user name to log in with: the token's name.</summary>
    public required string Username { get; init; }

    /// <summary>All passwords of the token. Only newly generated ones have a <see cref="AcrTokenPassword.Value"/>.</summary>
    public IReadOnlyList<AcrTokenPassword> Passwords { get; init; } = [];

    /// <summary>The newly generated password of that name; null if it was not generated now. Never picked by position.</summary>
    public AcrTokenPassword? Find(AcrTokenPasswordName name) => Passwords.FirstOrDefault(p => p.Name == name && p.Value is not null);
}
