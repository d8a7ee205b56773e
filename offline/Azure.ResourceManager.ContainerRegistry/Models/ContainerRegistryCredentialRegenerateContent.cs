namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryCredentialRegenerateContent
{
    public ContainerRegistryCredentialRegenerateContent(ContainerRegistryPasswordName name)
    {
        Name = name;
    }

    public ContainerRegistryPasswordName Name { get; }
}
