namespace Azure.ResourceManager.ContainerRegistry.Models;

public readonly partial struct ContainerRegistryRoleAssignmentMode : IEquatable<ContainerRegistryRoleAssignmentMode>
{
    private readonly string _value;

    public ContainerRegistryRoleAssignmentMode(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static ContainerRegistryRoleAssignmentMode AbacRepositoryPermissions { get; } =
        new ContainerRegistryRoleAssignmentMode("AbacRepositoryPermissions");

    public static ContainerRegistryRoleAssignmentMode LegacyRegistryPermissions { get; } =
        new ContainerRegistryRoleAssignmentMode("LegacyRegistryPermissions");

    public static bool operator ==(ContainerRegistryRoleAssignmentMode left, ContainerRegistryRoleAssignmentMode right) => left.Equals(right);

    public static bool operator !=(ContainerRegistryRoleAssignmentMode left, ContainerRegistryRoleAssignmentMode right) => !left.Equals(right);

    public static implicit operator ContainerRegistryRoleAssignmentMode(string value) => new ContainerRegistryRoleAssignmentMode(value);

    public bool Equals(ContainerRegistryRoleAssignmentMode other) => string.Equals(_value, other._value, StringComparison.InvariantCultureIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is ContainerRegistryRoleAssignmentMode other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : StringComparer.InvariantCultureIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
