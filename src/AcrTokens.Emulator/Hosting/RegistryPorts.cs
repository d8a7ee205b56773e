using AcrTokens.Emulator.State;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Assigns the registries' ports. Each registry has its own, since clients tell registries apart by host and port.</summary>
internal static class RegistryPorts
{
    private const int InProcessResourceManager = 44300;
    private const int InProcessHttp = 5000;
    private const int InProcessHttps = 5500;

    /// <summary>The port of a further registry: it follows the first port, or is any free port if the first is.</summary>
    public static int Following(int first, int index) => first == 0 ? 0 : first + index;

    /// <summary>Assigns the addresses in the options, or fixed ones where the options name none.</summary>
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
