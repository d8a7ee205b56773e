namespace AcrTokens.Emulator.Tests;

public class Defaults
{
    [Fact]
    public void Defaults_are_as_documented() =>
        new AcrEmulatorOptions().ShouldBe(
            new AcrEmulatorOptions
            {
                SubscriptionId = "11111111-2222-3333-4444-555555555555",
                ResourceGroupName = "my-resource-group",
                TenantId = "33333333-4444-5555-6666-777777777777",
                RegistryName = "myregistry",
                FurtherRegistryNames = [],
                Sku = AcrEmulatorSku.Premium,
                Location = "westeurope",
                ResourceManagerPort = 0,
                RegistryPort = 0,
                RegistryHttpsPort = null,
                TimeProvider = TimeProvider.System,
                CreationDelay = TimeSpan.Zero,
                Latency = TimeSpan.Zero,
                PageSize = 100,
                Throttle = false,
                SendRetryAfter = true,
                SignPollAddresses = true,
                AdminUserEnabled = false,
                UpstreamRegistry = null,
                SeedFile = null,
                Simulations = new EmulatorSimulations
                {
                    TokenPolicy = EmulatorTokenPolicy.None,
                    Lock = EmulatorLock.None,
                    SubscriptionDisabled = false,
                    Firewall = false,
                    MissingRights = [],
                    HtmlProxy = null,
                    ClockAhead = TimeSpan.Zero,
                },
                EnableControlApi = true,
            }
        );
}
