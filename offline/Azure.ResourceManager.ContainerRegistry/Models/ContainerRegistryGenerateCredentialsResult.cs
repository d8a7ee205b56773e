namespace Azure.ResourceManager.ContainerRegistry.Models;

public partial class ContainerRegistryGenerateCredentialsResult
{
    internal ContainerRegistryGenerateCredentialsResult(string username, IReadOnlyList<ContainerRegistryTokenPassword> passwords)
    {
        Username = username;
        Passwords = passwords;
    }

    public IReadOnlyList<ContainerRegistryTokenPassword> Passwords { get; }

    public string Username { get; }
}
