namespace AcrTokens.Faults.Tests;

/// <summary>The faults themselves: each does what its name says, to a client without the library.</summary>
[Collection(OneAtATime.Name)]
public sealed class FaultServers(SharedRegistry registry)
{
    [Theory]
    [InlineData(nameof(FaultKind.ResetBefore), false)]
    [InlineData(nameof(FaultKind.SilenceBefore), false)]
    [InlineData(nameof(FaultKind.ServerError), false)]
    [InlineData(nameof(FaultKind.ResetAfter), true)]
    [InlineData(nameof(FaultKind.SilenceAfter), true)]
    [InlineData(nameof(FaultKind.Truncated), true)]
    public async Task Let_the_service_act_or_not_as_the_fault_says(string kind, bool acts)
    {
        var id = $"acts-{kind.ToLowerInvariant()}";
        var control = registry.Served.Control;
        await control.ArmAsync(new Armed(id, [Operation.TokenPut], Enum.Parse<FaultKind>(kind), Always: true));
        await control.ArmAsync(new Armed(id, [Operation.TokenDelete], FaultKind.Forbidden, Always: true));

        await Should.ThrowAsync<AcrException>(() =>
            registry
                .Served.Clients.Create(id, meetsSilence: Enum.Parse<FaultKind>(kind).IsSilence())
                .MintTokenAsync(
                    new AcrTokenMintSettings().SetRegistryName(registry.Served.Addresses.RegistryId).AddRepository($"faults/{id}", AcrPermission.Push)
                )
        );

        (await control.TokensAsync(id)).Length.ShouldBe(acts ? 1 : 0);
        (await control.RequestsAsync(id)).ShouldContain(r => r.Operation == Operation.TokenPut && r.IsFaulty);
    }

    [Fact]
    public async Task Count_up_to_the_nth_request()
    {
        var control = registry.Served.Control;
        await control.ArmAsync(new Armed("nth", [Operation.RegistryGet], FaultKind.Forbidden, Nth: 2));
        var settings = new AcrRegistryGetSettings().SetRegistryName(registry.Served.Addresses.RegistryId);
        var client = registry.Served.Clients.Create("nth");

        await client.GetRegistryAsync(settings);
        (await Should.ThrowAsync<AcrException>(() => client.GetRegistryAsync(settings))).Status.ShouldBe(403);
        await client.GetRegistryAsync(settings);
        (await control.RequestsAsync("nth")).Select(r => r.Status).ShouldBe([200, 403, 200]);
    }
}
