namespace Azure.ResourceManager.ContainerRegistry.Models;

public readonly partial struct ContainerRegistryTokenPasswordName : IEquatable<ContainerRegistryTokenPasswordName>
{
    private readonly string _value;

    public ContainerRegistryTokenPasswordName(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static ContainerRegistryTokenPasswordName Password1 { get; } = new ContainerRegistryTokenPasswordName("password1");

    public static ContainerRegistryTokenPasswordName Password2 { get; } = new ContainerRegistryTokenPasswordName("password2");

    public static bool operator ==(ContainerRegistryTokenPasswordName left, ContainerRegistryTokenPasswordName right) => left.Equals(right);

    public static bool operator !=(ContainerRegistryTokenPasswordName left, ContainerRegistryTokenPasswordName right) => !left.Equals(right);

    public static implicit operator ContainerRegistryTokenPasswordName(string value) => new ContainerRegistryTokenPasswordName(value);

    public bool Equals(ContainerRegistryTokenPasswordName other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is ContainerRegistryTokenPasswordName other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
