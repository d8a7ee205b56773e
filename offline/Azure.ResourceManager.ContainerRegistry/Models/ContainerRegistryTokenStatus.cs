namespace Azure.ResourceManager.ContainerRegistry.Models;

public readonly partial struct ContainerRegistryTokenStatus : IEquatable<ContainerRegistryTokenStatus>
{
    private readonly string _value;

    public ContainerRegistryTokenStatus(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static ContainerRegistryTokenStatus Disabled { get; } = new ContainerRegistryTokenStatus("disabled");

    public static ContainerRegistryTokenStatus Enabled { get; } = new ContainerRegistryTokenStatus("enabled");

    public static bool operator ==(ContainerRegistryTokenStatus left, ContainerRegistryTokenStatus right) => left.Equals(right);

    public static bool operator !=(ContainerRegistryTokenStatus left, ContainerRegistryTokenStatus right) => !left.Equals(right);

    public static implicit operator ContainerRegistryTokenStatus(string value) => new ContainerRegistryTokenStatus(value);

    public bool Equals(ContainerRegistryTokenStatus other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is ContainerRegistryTokenStatus other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
