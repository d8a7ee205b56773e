namespace Azure.ResourceManager.ContainerRegistry.Models;

public readonly partial struct ContainerRegistrySkuName : IEquatable<ContainerRegistrySkuName>
{
    private readonly string _value;

    public ContainerRegistrySkuName(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static ContainerRegistrySkuName Basic { get; } = new ContainerRegistrySkuName("Basic");

    public static ContainerRegistrySkuName Classic { get; } = new ContainerRegistrySkuName("Classic");

    public static ContainerRegistrySkuName Premium { get; } = new ContainerRegistrySkuName("Premium");

    public static ContainerRegistrySkuName Standard { get; } = new ContainerRegistrySkuName("Standard");

    public static bool operator ==(ContainerRegistrySkuName left, ContainerRegistrySkuName right) => left.Equals(right);

    public static bool operator !=(ContainerRegistrySkuName left, ContainerRegistrySkuName right) => !left.Equals(right);

    public static implicit operator ContainerRegistrySkuName(string value) => new ContainerRegistrySkuName(value);

    public bool Equals(ContainerRegistrySkuName other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is ContainerRegistrySkuName other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
