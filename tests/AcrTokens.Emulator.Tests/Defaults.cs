namespace AcrTokens.Emulator.Tests;

public class Defaults
{
    [Fact]
    public void Defaults_are_as_documented() => new AcrEmulatorOptions().ShouldBe(new AcrEmulatorOptions
    {
        SubscriptionId = "11111111-2222-3333-4444-555555555555",
        ResourceGroupName = "my-resource-group",
        RegistryName = "myregistry",
        Location = "westeurope",
        ResourceManagerPort = 0,
        RegistryPort = 0,
        TimeProvider = TimeProvider.System,
        CreationDelay = TimeSpan.Zero,
        SendRetryAfter = true,
        SignPollAddresses = true,
        AdminUserEnabled = false,
    });
}
