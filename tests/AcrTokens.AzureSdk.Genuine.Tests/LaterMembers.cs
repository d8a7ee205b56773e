using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>Members that the executor uses and these binaries lack. A member of the type takes precedence over an extension's.</summary>
internal static class LaterMembers
{
    extension(ContainerRegistryData data)
    {
        public string? RoleAssignmentMode => null; // since 1.4.0
    }
}
