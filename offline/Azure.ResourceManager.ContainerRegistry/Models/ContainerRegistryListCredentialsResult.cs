namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryListCredentialsResult
{
    internal ContainerRegistryListCredentialsResult(string username, IReadOnlyList<ContainerRegistryPassword> passwords)
    {
        Username = username;
        Passwords = passwords;
    }

    public IReadOnlyList<ContainerRegistryPassword> Passwords { get; }

    public string Username { get; }
}
