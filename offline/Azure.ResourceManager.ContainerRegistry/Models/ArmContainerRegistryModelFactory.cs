namespace Azure.ResourceManager.ContainerRegistry.Models;

public static partial class ArmContainerRegistryModelFactory
{
    public static ContainerRegistryTokenPassword ContainerRegistryTokenPassword(
        DateTimeOffset? createdOn = default,
        DateTimeOffset? expireOn = default,
        ContainerRegistryTokenPasswordName? name = default,
        string value = null
    ) => new(createdOn, expireOn, name, value);

    public static ContainerRegistryGenerateCredentialsResult ContainerRegistryGenerateCredentialsResult(
        string username = null,
        IEnumerable<ContainerRegistryTokenPassword> passwords = null
    ) => new(username, [.. passwords ?? []]);

    public static ContainerRegistryListCredentialsResult ContainerRegistryListCredentialsResult(
        string username = null,
        IEnumerable<ContainerRegistryPassword> passwords = null
    ) => new(username, [.. passwords ?? []]);

    public static ContainerRegistryPassword ContainerRegistryPassword(ContainerRegistryPasswordName? name = default, string value = null) =>
        new(name, value);
}
