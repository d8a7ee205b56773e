namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryGenerateCredentialsContent
{
    public ContainerRegistryGenerateCredentialsContent() { }

    public DateTimeOffset? ExpireOn { get; set; }

    public ContainerRegistryTokenPasswordName? Name { get; set; }

    public ResourceIdentifier TokenId { get; set; }
}
