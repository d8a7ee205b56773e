using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Each registry has a port of its own, since clients tell registries apart by host and port.</summary>
internal static class RegistryPorts
{
    private const int InProcessResourceManager = 44300;
    private const int InProcessHttp = 5000;
    private const int InProcessHttps = 5500;

    /// <summary>The ports after the first, or any, where the first is any.</summary>
    public static int Following(int first, int index) => first == 0 ? 0 : first + index;

    /// <summary>The addresses that the options name, or fixed ones where they leave the choice.</summary>
    public static void AssignFromOptions(EmulatorState state)
    {
        var options = state.Options;
        Assign(
            state,
            options.ResourceManagerPort == 0 ? InProcessResourceManager : options.ResourceManagerPort,
            index => (options.RegistryPort == 0 ? InProcessHttp : options.RegistryPort) + index,
            index => options.RegistryHttpsPort is { } port ? (port == 0 ? InProcessHttps : port) + index : null
        );
    }

    public static void Assign(EmulatorState state, int resourceManager, Func<int, int> http, Func<int, int?> https)
    {
        state.ResourceManager = Address(Uri.UriSchemeHttps, resourceManager);
        for (var i = 0; i < state.Registries.Count; i++)
        {
            var identity = state.Registries[i].Identity;
            state.Registries[i].Address = new EmulatorRegistry(
                identity.RegistryName,
                identity.Id,
                Address(Uri.UriSchemeHttp, http(i)),
                https(i) is { } port ? Address(Uri.UriSchemeHttps, port) : null
            );
        }
    }

    private static Uri Address(string scheme, int port) => new UriBuilder(scheme, "localhost", port).Uri;
}
