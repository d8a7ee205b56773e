using Microsoft.Extensions.Hosting;

namespace AcrTokens.Emulator.Hosting;

/// <summary>Replaces the console lifetime, which would catch the signals of the process that hosts the emulator.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
