using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>An executor of somebody's own that has what is abstract, and no more.</summary>
public sealed class OwnExecutors
{
    private readonly AcrExecutor executor = Substitute.ForPartsOf<AcrExecutor>();

    [Fact]
    public async Task Say_what_they_cannot_do()
    {
        var client = new AcrClient(executor);

        var failure = await Should.ThrowAsync<AcrException>(() => client.GetAdminCredentialAsync(new AcrCredentialGetSettings().InRegistry()));

        failure.Message.ShouldStartWith("Could not read the admin credentials of registry 'contoso': ");
        failure.Message.ShouldEndWith(" does not do that.");
        failure.NothingDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Say_that_a_registry_by_its_name_alone_cannot_be_found()
    {
        var client = new AcrClient(executor);

        var failure = await Should.ThrowAsync<AcrException>(() => client.GetTokenAsync(new AcrTokenGetSettings { RegistryName = "contoso", SubscriptionId = Substitutes.Subscription, Name = "ci-token" }));

        failure.Message.ShouldContain("does not do that");
    }

    [Fact]
    public async Task Know_nothing_of_rights_and_locks_by_default()
    {
        (await executor.GetPermissionsAsync(Substitutes.Registry, default)).ShouldBeNull();
        (await executor.GetLocksAsync(Substitutes.Registry, default)).ShouldBeNull();
    }
}
