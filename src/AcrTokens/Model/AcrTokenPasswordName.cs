namespace AcrTokens;

/// <summary>Which of a token's two passwords is meant. A value that the service adds later survives as it is.</summary>
/// <param name="Value">The service's own word; case does not count.</param>
public readonly record struct AcrTokenPasswordName(string Value)
{
    /// <summary>The first password.</summary>
    public static AcrTokenPasswordName Password1 { get; } = new("password1");

    /// <summary>The second password, for rotation without a gap.</summary>
    public static AcrTokenPasswordName Password2 { get; } = new("password2");

    /// <inheritdoc/>
    public bool Equals(AcrTokenPasswordName other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
