using AcrTokens.Emulator.Control;
using AcrTokens.Emulator.Registry;
using AcrTokens.Emulator.ResourceManager;
using AcrTokens.Emulator.State;
using Microsoft.AspNetCore.Http;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Finds the surface of a request: the endpoint's, or the port's if no endpoint matches.</summary>
internal sealed class Surfaces(EmulatorState state)
{
    private readonly ISurface resourceManager = new ArmReplies(state);
    private readonly ISurface registry = new RegistryAnswers();
    private readonly ISurface control = new ControlAnswers();

    public ISurface Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ISurface>()
        ?? (
            ControlApi.Owns(context) && state.Options.EnableControlApi ? control
            : IsRegistry(context) ? registry
            : resourceManager
        );

    private bool IsRegistry(HttpContext context)
    {
        // In process there is no local port, only the port in the request's host.
        var port = context.Connection.LocalPort > 0 ? context.Connection.LocalPort : context.Request.Host.Port;
        return state.Registries.Any(found => found.Address.Endpoint.Port == port || found.Address.HttpsEndpoint?.Port == port);
    }
}
