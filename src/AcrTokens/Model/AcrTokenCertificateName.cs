namespace AcrTokens;

/// <summary>Which of a token's two certificates is meant. A value that the service adds later survives as it is.</summary>
public readonly record struct AcrTokenCertificateName
{
    private readonly ServiceWord word;

    /// <param name="value">The service's own word; case does not count.</param>
    public AcrTokenCertificateName(string value) => word = new ServiceWord(value);

    /// <summary>The first certificate.</summary>
    public static AcrTokenCertificateName Certificate1 { get; } = new("certificate1");

    /// <summary>The second certificate, for rotation without a gap.</summary>
    public static AcrTokenCertificateName Certificate2 { get; } = new("certificate2");

    /// <summary>The service's own word.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
