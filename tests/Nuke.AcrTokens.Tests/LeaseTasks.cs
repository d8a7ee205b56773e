using AcrTokens;
using Azure.Core;
using NSubstitute;
using Nuke.Common.Tooling;
using static Nuke.AcrTokens.AcrTokenTasks;

namespace Nuke.AcrTokens.Tests;

/// <summary>Revoking by name, the sweep and the preflight, by each of their overloads.</summary>
[Collection("process")]
public sealed class LeaseTasks : IDisposable
{
    private const string Registry =
        "/subscriptions/12345678-1234-1234-1234-123456789abc/resourceGroups/builds/providers/Microsoft.ContainerRegistry/registries/contoso";

    private readonly AcrClient original = Client;
    private readonly AcrExecutor executor = Substitute.For<AcrExecutor>();

    public LeaseTasks()
    {
        Client = new AcrClient(executor);
        executor
            .GetRegistryAsync(null!, default)
            .ReturnsForAnyArgs(call => new AcrRegistry { Id = call.Arg<ResourceIdentifier>(), LoginServer = "contoso.azurecr.io" });
        executor.ListTokensAsync(null!, null!, default).ReturnsForAnyArgs(_ => AsyncEnumerable.Empty<AcrToken>());
        executor.ListScopeMapsAsync(null!, null!, default).ReturnsForAnyArgs(_ => AsyncEnumerable.Empty<AcrScopeMap>());
    }

    public void Dispose() => Client = original;

    [Fact]
    public async Task Revoke_takes_settings_a_lambda_or_several()
    {
        var settings = new AcrTokenRevokeSettings().SetRegistryName(Registry).SetName("a-token");
        Configure<AcrTokenRevokeSettings> lambda = s => s.SetRegistryName(Registry).SetName("a-token");
        CombinatorialConfigure<AcrTokenRevokeSettings> several = s =>
            s.SetRegistryName(Registry).CombineWith(["a-token", "a-token"], (t, name) => t.SetName(name));

        AcrTokenRevoke(settings);
        AcrTokenRevoke(lambda);
        AcrTokenRevoke(several, degreeOfParallelism: 2, completeOnFailure: true);
        await AcrTokenRevokeAsync(settings);
        await AcrTokenRevokeAsync(lambda);

        await executor.ReceivedWithAnyArgs(6).DeleteTokenAsync(null!, default, default);
    }

    [Fact]
    public async Task Sweep_takes_settings_a_lambda_or_several()
    {
        var settings = new AcrTokenSweepSettings().SetRegistryName(Registry);
        Configure<AcrTokenSweepSettings> lambda = s => s.SetRegistryName(Registry);
        CombinatorialConfigure<AcrTokenSweepSettings> several = s =>
            s.SetRegistryName(Registry).CombineWith(["ci", "nightly"], (t, prefix) => t.SetNamePrefix(prefix));

        AcrTokenSweep(settings).Listed.ShouldBe(0);
        AcrTokenSweep(lambda).Stopped.ShouldBeFalse();
        AcrTokenSweep(several).Select(r => r.Settings.NamePrefix).ShouldBe(["ci", "nightly"]);
        (await AcrTokenSweepAsync(settings)).Deleted.ShouldBe(0);
        (await AcrTokenSweepAsync(lambda)).Failed.ShouldBe(0);
    }

    [Fact]
    public async Task Preflight_takes_settings_a_lambda_or_several()
    {
        var settings = new AcrTokenPreflightSettings().SetRegistryName(Registry);
        Configure<AcrTokenPreflightSettings> lambda = s => s.SetRegistryName(Registry);
        CombinatorialConfigure<AcrTokenPreflightSettings> several = s =>
            s.CombineWith([Registry, Registry], (t, registry) => t.SetRegistryName(registry));
        executor.GetPermissionsAsync(null!, default).ReturnsForAnyArgs([new AcrPermissionSet(["*"], [])]);

        AcrTokenPreflight(settings).IsGood.ShouldBeTrue();
        AcrTokenPreflight(lambda).IsGood.ShouldBeTrue();
        AcrTokenPreflight(several, degreeOfParallelism: 2).ShouldAllBe(r => r.Result.IsGood);
        (await AcrTokenPreflightAsync(settings)).Findings.ShouldNotBeEmpty();
        (await AcrTokenPreflightAsync(lambda)).Findings.ShouldNotBeEmpty();
    }
}
