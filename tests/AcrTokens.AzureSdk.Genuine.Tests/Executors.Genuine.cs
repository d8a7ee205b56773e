using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>The executor on Azure's own client.</summary>
public sealed class GenuineExecutorsOfAClient : WholeExecutors
{
    private protected override string Column => "SDK, `ArmClient`";

    private protected override AcrExecutor Make(Emulation emulation, ResourceIdentifier? registry = null) =>
        new SdkExecutor(new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, emulation.ArmOptions), emulation.ClientOptions);
}

/// <summary>The executor on a registry of Azure's own client.</summary>
public sealed class GenuineExecutorsOfARegistry : WholeExecutors
{
    private protected override string Column => "SDK, one registry";

    private protected override AcrExecutor Make(Emulation emulation, ResourceIdentifier? registry = null) =>
        new SdkExecutor(
            new ArmClient(emulation.Credential, emulation.Registry.SubscriptionId, emulation.ArmOptions).GetContainerRegistryResource(
                registry ?? emulation.Registry
            ),
            emulation.ClientOptions
        );
}
