namespace Azure.ResourceManager.ContainerRegistry.Models;

public readonly partial struct ContainerRegistryTokenCertificateName : IEquatable<ContainerRegistryTokenCertificateName>
{
    private readonly string _value;

    public ContainerRegistryTokenCertificateName(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static ContainerRegistryTokenCertificateName Certificate1 { get; } = new ContainerRegistryTokenCertificateName("certificate1");

    public static ContainerRegistryTokenCertificateName Certificate2 { get; } = new ContainerRegistryTokenCertificateName("certificate2");

    public static bool operator ==(ContainerRegistryTokenCertificateName left, ContainerRegistryTokenCertificateName right) => left.Equals(right);

    public static bool operator !=(ContainerRegistryTokenCertificateName left, ContainerRegistryTokenCertificateName right) => !left.Equals(right);

    public static implicit operator ContainerRegistryTokenCertificateName(string value) => new ContainerRegistryTokenCertificateName(value);

    public bool Equals(ContainerRegistryTokenCertificateName other) =>
        string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is ContainerRegistryTokenCertificateName other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
