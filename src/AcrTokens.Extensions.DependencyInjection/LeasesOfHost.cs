using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AcrTokens;

/// <summary>
/// Creates the client when the host starts, and revokes its open leases when the host has stopped: after all services, which may use their leases
/// until then.
/// </summary>
internal sealed class LeasesOfHost(IServiceProvider services, ILogger<AcrClient>? log = null) : IHostedLifecycleService
{
    private AcrClient? client;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        client = services.GetRequiredService<AcrClient>();
        return Task.CompletedTask;
    }

    // Has the guard's own time, even if the services have used up the host's.
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (client is null)
            return;

        foreach (var left in await AcrTokenGuard.RevokeAllAsync(client).ConfigureAwait(false))
            log?.LogError("{Left:l}", left);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
