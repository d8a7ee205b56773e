using Microsoft.Extensions.Hosting;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Takes the place of the console lifetime, which would catch the signals of the process that the emulator is a guest in.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
