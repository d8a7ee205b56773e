using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk;

/// <summary>What the executor uses and these binaries lack: a member of theirs comes before one of an extension.</summary>
internal static class LaterMembers
{
    extension(ContainerRegistryData data)
    {
        public string? RoleAssignmentMode => null; // since 1.4.0
    }
}
