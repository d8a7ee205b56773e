using AcrTokens;
using AcrTokens.Emulator;

/// <summary>A registry for a build without Azure: an emulator in the build's own process, gone when it ends.</summary>
static class LocalRegistry
{
    static readonly AcrEmulatorOptions Options = new();

    public static string ResourceId =>
        $"/subscriptions/{Options.SubscriptionId}/resourceGroups/{Options.ResourceGroupName}/providers/Microsoft.ContainerRegistry/registries/{Options.RegistryName}";

    /// <summary>Starts the emulator, and creates a client that trusts only its certificate.</summary>
    public static AcrClient Start()
    {
        var emulator = AcrEmulator.StartAsync(Options).GetAwaiter().GetResult();
        Serilog.Log.Information("No registry was named: using an emulator at {LoginServer}", emulator.LoginServer);

        return new AcrClient(emulator.Credential, emulator.CreateClientOptions());
    }
}
