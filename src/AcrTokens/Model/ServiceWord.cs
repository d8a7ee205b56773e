namespace AcrTokens;

/// <summary>A value of one of the service's extensible enumerations. Case is ignored, and values that the service adds later are kept.</summary>
internal readonly record struct ServiceWord(string? Text)
{
    public bool Equals(ServiceWord other) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    public override string ToString() => Text ?? "";
}
