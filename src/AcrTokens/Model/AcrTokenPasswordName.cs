namespace AcrTokens;

/// <summary>Which of a token's two passwords is meant. A value that the service adds later survives as it is.</summary>
public readonly record struct AcrTokenPasswordName
{
    private readonly ServiceWord word;

    /// <param name="value">The service's own word; case does not count.</param>
    public AcrTokenPasswordName(string value) => word = new ServiceWord(value);

    /// <summary>The first password.</summary>
    public static AcrTokenPasswordName Password1 { get; } = new("password1");

    /// <summary>The second password, for rotation without a gap.</summary>
    public static AcrTokenPasswordName Password2 { get; } = new("password2");

    /// <summary>The service's own word.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
