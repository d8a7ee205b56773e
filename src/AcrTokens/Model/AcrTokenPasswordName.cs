namespace AcrTokens;

/// <summary>One of a token's two passwords. Values that the service adds later are kept as they are.</summary>
public readonly record struct AcrTokenPasswordName
{
    private readonly ServiceWord word;

    /// <param name="value">The service's value; case is ignored.</param>
    public AcrTokenPasswordName(string value) => word = new ServiceWord(value);

    /// <summary>The first password.</summary>
    public static AcrTokenPasswordName Password1 { get; } = new("password1");

    /// <summary>The second password, for rotation without a gap.</summary>
    public static AcrTokenPasswordName Password2 { get; } = new("password2");

    /// <summary>The service's value.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
