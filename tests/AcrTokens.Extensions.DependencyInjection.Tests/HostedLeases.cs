using AcrTokens.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AcrTokens.Extensions.DependencyInjection.Tests;

public sealed class HostedLeases : IAsyncLifetime
{
    private readonly ListLogger log = new();
    private AcrEmulator emulator = null!;

    public async Task InitializeAsync() => emulator = await AcrEmulator.StartAsync();

    public async Task DisposeAsync() => await emulator.DisposeAsync();

    [Fact]
    public async Task That_are_open_are_revoked_when_the_host_stops()
    {
        using var host = await HostOfTest.Create(log, emulator).StartAsync();
        await host.MintAsync();
        await host.MintAsync();

        await host.StopAsync();

        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_good_until_the_services_have_stopped()
    {
        var builder = HostOfTest.Create(log, emulator);
        builder.Services.AddHostedService<Worker>();
        using var host = await builder.StartAsync();
        var worker = host.Services.GetServices<IHostedService>().OfType<Worker>().Single();

        await host.StopAsync();

        worker.WasAcceptedWhileStopping.ShouldBeTrue();
        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_revoked_even_if_a_service_uses_up_the_time_to_stop()
    {
        var builder = HostOfTest.Create(log, emulator);
        builder.Services.AddHostedService<SlowWorker>();
        using var host = await builder.StartAsync();
        await host.MintAsync();

        await Should.ThrowAsync<OperationCanceledException>(host.StopAsync(new CancellationToken(canceled: true)));

        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_another_host_in_the_process_stay()
    {
        using var other = await HostOfTest.Create(log, emulator).StartAsync();
        using var host = await HostOfTest.Create(log, emulator).StartAsync();
        var kept = await other.MintAsync();
        await host.MintAsync();

        await host.StopAsync();

        emulator.Tokens.ShouldHaveSingleItem().Name.ShouldBe(kept.Name);
        await other.StopAsync();
        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_cannot_be_revoked_are_logged_as_errors()
    {
        using var host = await HostOfTest.Create(log, emulator).StartAsync();
        var lease = await host.MintAsync();
        emulator.AddFault(new EmulatorFault("Tokens_Update") { Status = 403 });
        emulator.AddFault(new EmulatorFault("Tokens_Delete") { Status = 403 });

        await host.StopAsync();

        log.Lines.ShouldContain(line => line.StartsWith("Error: ", StringComparison.Ordinal) && line.Contains(lease.Name, StringComparison.Ordinal));
        emulator.ClearFaults();
        await lease.RevokeAsync();
    }

    private sealed class Worker(AcrClient client) : IHostedService
    {
        private AcrTokenLease? lease;

        public bool WasAcceptedWhileStopping { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) =>
            lease = await client.MintTokenAsync(
                new AcrTokenMintSettings().SetRegistryName("myregistry").SetScopeMap("_repositories_push"),
                cancellationToken
            );

        public async Task StopAsync(CancellationToken cancellationToken) =>
            WasAcceptedWhileStopping = await lease!.CanLogInAsync(CancellationToken.None);
    }

    private sealed class SlowWorker : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
