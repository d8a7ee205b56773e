namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistrySku
{
    public ContainerRegistrySku(ContainerRegistrySkuName name)
    {
        Name = name;
    }

    public ContainerRegistrySkuName Name { get; set; }
}
