namespace Azure.ResourceManager.ContainerRegistry.Models;

public readonly partial struct ContainerRegistryProvisioningState : IEquatable<ContainerRegistryProvisioningState>
{
    private readonly string _value;

    public ContainerRegistryProvisioningState(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static ContainerRegistryProvisioningState Canceled { get; } = new ContainerRegistryProvisioningState("Canceled");

    public static ContainerRegistryProvisioningState Creating { get; } = new ContainerRegistryProvisioningState("Creating");

    public static ContainerRegistryProvisioningState Deleting { get; } = new ContainerRegistryProvisioningState("Deleting");

    public static ContainerRegistryProvisioningState Failed { get; } = new ContainerRegistryProvisioningState("Failed");

    public static ContainerRegistryProvisioningState Succeeded { get; } = new ContainerRegistryProvisioningState("Succeeded");

    public static ContainerRegistryProvisioningState Updating { get; } = new ContainerRegistryProvisioningState("Updating");

    public static bool operator ==(ContainerRegistryProvisioningState left, ContainerRegistryProvisioningState right) => left.Equals(right);

    public static bool operator !=(ContainerRegistryProvisioningState left, ContainerRegistryProvisioningState right) => !left.Equals(right);

    public static implicit operator ContainerRegistryProvisioningState(string value) => new ContainerRegistryProvisioningState(value);

    public bool Equals(ContainerRegistryProvisioningState other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is ContainerRegistryProvisioningState other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
