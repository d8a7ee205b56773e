namespace AcrTokens;

/// <summary>Whether a token may log in. A value that the service adds later survives as it is.</summary>
public readonly record struct AcrTokenStatus
{
    private readonly ServiceWord word;

    /// <param name="value">The service's own word; case does not count.</param>
    public AcrTokenStatus(string value) => word = new ServiceWord(value);

    /// <summary>The token's passwords and certificates are accepted: the service's default.</summary>
    public static AcrTokenStatus Enabled { get; } = new("enabled");

    /// <summary>New logins are refused. Access tokens issued before live on until they expire.</summary>
    public static AcrTokenStatus Disabled { get; } = new("disabled");

    /// <summary>The service's own word.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
