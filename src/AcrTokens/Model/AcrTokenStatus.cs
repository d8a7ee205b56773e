namespace AcrTokens;

/// <summary>Whether a token may log in. A value that the service adds later survives as it is.</summary>
/// <param name="Value">The service's own word; case does not count.</param>
public readonly record struct AcrTokenStatus(string Value)
{
    /// <summary>The token's passwords and certificates are accepted: the service's default.</summary>
    public static AcrTokenStatus Enabled { get; } = new("enabled");

    /// <summary>New logins are refused. Access tokens issued before live on until they expire.</summary>
    public static AcrTokenStatus Disabled { get; } = new("disabled");

    /// <inheritdoc/>
    public bool Equals(AcrTokenStatus other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
