namespace Azure.ResourceManager.ContainerRegistry.Models;

public enum ContainerRegistryPasswordName
{
    Password = 0,
    Password2 = 1,
}
