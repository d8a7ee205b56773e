namespace AcrTokens;

/// <summary>Which of a token's two certificates is meant. A value that the service adds later survives as it is.</summary>
/// <param name="Value">The service's own word; case does not count.</param>
public readonly record struct AcrTokenCertificateName(string Value)
{
    /// <summary>The first certificate.</summary>
    public static AcrTokenCertificateName Certificate1 { get; } = new("certificate1");

    /// <summary>The second certificate, for rotation without a gap.</summary>
    public static AcrTokenCertificateName Certificate2 { get; } = new("certificate2");

    /// <inheritdoc/>
    public bool Equals(AcrTokenCertificateName other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
