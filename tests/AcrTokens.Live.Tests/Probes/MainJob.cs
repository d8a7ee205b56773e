using AcrTokens.Live.Tests.Runs;

namespace AcrTokens.Live.Tests.Probes;

/// <summary>Mints a token with the library, pushes an image with it, and revokes it.</summary>
internal sealed class MainJob : Probe
{
    public override IReadOnlyList<string> Settles => [];

    public override async Task RunAsync(Service service, Notes notes)
    {
        service.Recorder.Step = "mint";
        await using var lease = await service.Client.MintTokenAsync(
            new AcrTokenMintSettings
            {
                RegistryName = service.RegistryId,
                NamePrefix = Service.Prefix,
                Repositories = [new AcrRepositoryScope(Service.Repository, AcrPermission.Push)],
                Lifetime = TimeSpan.FromMinutes(10),
            }
        );
        var password = lease.Password.Reveal(); // a lease that has ended does not reveal it
        var login = await service.UntilAsync(Second, () => service.LogInAsync("log in", lease.Name, password), a => a.IsSuccess);
        await service.PushAsync("push", (string)Service.Must(login.Last).Json!["access_token"]!);

        service.Recorder.Step = "revoke";
        await lease.RevokeAsync();
        var refused = await service.UntilAsync(Second, () => service.LogInAsync("log in afterwards", lease.Name, password), a => a.Status == 401);

        notes.Measure($"a minted token logs in {login.When}, and is refused {refused.When} once it is revoked");
        refused.Came.ShouldBeTrue($"the registry still accepts token {lease.Name}");
    }
}
