using AcrTokens.Emulator;
using AcrTokens.Live.Tests.Probes;
using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests;

/// <summary>Cleaning up after probes that fail, and after runs that were killed.</summary>
public sealed class Leftovers : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("live-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Of_a_killed_run_are_gone_once_the_next_one_starts()
    {
        AcrEmulator emulator = null!;
        await using var service = await EmulatedService.StartAsync(EmulatedService.SmallAndBusy, prepare: started => emulator = started);
        await LeaveAsync(service);
        await service.Lock!.PutAsync();

        await using var run = await LiveRun.StartAsync(service, "next", folder);

        emulator.Tokens.Select(token => token.Name).ShouldBe(["ci-token"]);
        emulator.Simulations.Lock.ShouldBe(EmulatorLock.None);
        emulator.Requests.Last(request => request.Operation == "Repositories_Delete").Status.ShouldBe(202);
        await ScopeMapsShouldBeTheSystemsAsync(service);
    }

    // The quota's probe may be killed when the registry is full.
    [Fact]
    public async Task That_fill_the_registry_are_gone_too()
    {
        AcrEmulator emulator = null!;
        await using var service = await EmulatedService.StartAsync(EmulatedService.SmallAndBusy, prepare: started => emulator = started);
        await new Quota().RunAsync(service, new Notes());
        emulator.Tokens.Count.ShouldBe(100);

        await using var run = await LiveRun.StartAsync(service, "next", folder);

        emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_probe_that_fails_are_gone_and_its_recording_stays()
    {
        AcrEmulator emulator = null!;
        await using var service = await EmulatedService.StartAsync(EmulatedService.SmallAndBusy, prepare: started => emulator = started);
        await using var run = await LiveRun.StartAsync(service, "failing", folder);

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => run.RunAsync(new Failing()));

        failure.InnerException!.Message.ShouldBe("half-way");
        emulator.Tokens.ShouldBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(run.Recordings, "Failing.json"))).ShouldContain("create a token");
        (await File.ReadAllTextAsync(run.ReportFile)).ShouldMatch(@"\| Failing \| \d \| 0 \| half-way \|");
    }

    private static async Task ScopeMapsShouldBeTheSystemsAsync(Service service)
    {
        var list = service.Client.ListScopeMapsAsync(new AcrScopeMapListSettings { RegistryName = service.RegistryId });
        await foreach (var scopeMap in list)
            scopeMap.Type.ShouldBe("SystemDefined", scopeMap.Name);
    }

    // Everything that a probe makes, and one token of somebody else.
    private static async Task LeaveAsync(Service service)
    {
        var token = await service.NewTokenAsync("leave");
        await service.PushAsync("leave", await service.BearerTokenAsync("leave", token, await service.PasswordAsync("leave", token)));
        await service.ChangeAsync("leave", "PUT", $"tokens/1{Service.NewName()}", service.TokenBody(Service.PushScopeMap));
        await service.ChangeAsync("leave", "PUT", "tokens/ci-token", service.TokenBody("_repositories_pull"));
        var lease = await service.Client.MintTokenAsync(
            new AcrTokenMintSettings
            {
                RegistryName = service.RegistryId,
                NamePrefix = Service.Prefix,
                Repositories = [new AcrRepositoryScope(Service.Repository, AcrPermission.Pull)],
            }
        );
        lease.Detach();
    }

    private sealed class Failing : Probe
    {
        public override IReadOnlyList<string> Settles => [];

        public override async Task RunAsync(Service service, Notes notes)
        {
            await service.NewTokenAsync("create a token");
            throw new InvalidOperationException("half-way");
        }
    }
}
