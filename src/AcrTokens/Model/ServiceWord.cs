namespace AcrTokens;

/// <summary>A word of the service's own. Case does not count, and one that the service adds later stays as it is.</summary>
internal readonly record struct ServiceWord(string? Text)
{
    public bool Equals(ServiceWord other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    public override string ToString() => Text ?? "";
}
