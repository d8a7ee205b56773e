namespace AcrTokens;

/// <summary>One of a token's two certificates. Values that the service adds later are kept as they are.</summary>
public readonly record struct AcrTokenCertificateName
{
    private readonly ServiceWord word;

    /// <param name="value">The service's value; case is ignored.</param>
    public AcrTokenCertificateName(string value) => word = new ServiceWord(value);

    /// <summary>The first certificate.</summary>
    public static AcrTokenCertificateName Certificate1 { get; } = new("certificate1");

    /// <summary>The second certificate, for rotation without a gap.</summary>
    public static AcrTokenCertificateName Certificate2 { get; } = new("certificate2");

    /// <summary>The service's value.</summary>
    public string Value => word.Text!;

    /// <inheritdoc/>
    public override string ToString() => word.ToString();
}
