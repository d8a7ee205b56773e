namespace AcrTokens;

/// <summary>Whether a token may log in. Values that the service adds later are kept as they are.</summary>
public readonly record struct AcrTokenStatus
{
    private readonly ServiceWord word;

    /// <param name="value">The service's value; case is ignored.</param>
    public AcrTokenStatus(string value) => word = new ServiceWord(value);

    /// <summary>The token's passwords and certificates are accepted: the service's default.</summary>
    public static AcrTokenStatus Enabled { get; } = new("enabled");

    /// <summary>New logins are refused. Access tokens issued before stay valid until they expire.</summary>
    public static AcrTokenStatus Disabled { get; } = new("disabled");

    /// <summary>The service's value.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
