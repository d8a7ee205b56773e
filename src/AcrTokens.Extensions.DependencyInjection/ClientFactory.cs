using AcrTokens.Execution;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AcrTokens;

/// <summary>Creates the host's client: for the emulator, on a registered executor, or for Azure with a registered credential.</summary>
internal sealed class ClientFactory(IServiceProvider services)
{
    public AcrClient Create()
    {
        var options = services.GetRequiredService<IOptions<AcrClientOptions>>().Value;
        if (services.GetRequiredService<IOptions<AcrTokensOptions>>().Value.Emulator is { } address)
            return AcrClient.ForEmulator(address, SetUp);

        return services.GetService<AcrExecutor>() is { } executor
            ? new AcrClient(executor, options)
            : new AcrClient(services.GetService<TokenCredential>(), options);
    }

    // The emulator brings options of its own, which the host's setups complete.
    private void SetUp(AcrClientOptions options)
    {
        foreach (var setup in services.GetServices<IConfigureOptions<AcrClientOptions>>())
            setup.Configure(options);
        foreach (var setup in services.GetServices<IPostConfigureOptions<AcrClientOptions>>())
            setup.PostConfigure(Options.DefaultName, options);
    }
}
