namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryPassword
{
    internal ContainerRegistryPassword(ContainerRegistryPasswordName? name, string value)
    {
        Name = name;
        Value = value;
    }

    public ContainerRegistryPasswordName? Name { get; }

    public string Value { get; }
}
