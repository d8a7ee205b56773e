using NSubstitute;

namespace AcrTokens.Tests;

/// <summary>A custom executor that implements only the abstract members.</summary>
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

        var failure = await Should.ThrowAsync<AcrException>(() =>
            client.GetTokenAsync(
                new AcrTokenGetSettings
                {
                    RegistryName = "contoso",
                    SubscriptionId = Substitutes.Subscription,
                    Name = "ci-token",
                }
            )
        );

        failure.Message.ShouldContain("does not do that");
    }

    [Fact]
    public async Task Know_nothing_of_rights_and_locks_by_default()
    {
        (await executor.GetPermissionsAsync(Substitutes.Registry, default)).ShouldBeNull();
        (await executor.GetLocksAsync(Substitutes.Registry, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(400, true, "after 6 tries")]
    [InlineData(503, false, "after 1 try")]
    public async Task Say_whether_another_try_may_help(int status, bool isTransient, string tries)
    {
        var minting = Substitutes.Executor();
        var lease = await new AcrClient(minting, new AcrClientOptions { TimeProvider = new SkippingClock() }).MintTokenAsync(Substitutes.Mint);
        minting.RefuseToEnd(new AcrException("Refused.") { Status = status, IsTransient = isTransient });

        var failure = await Should.ThrowAsync<AcrException>(() => lease.RevokeAsync());

        failure.Message.ShouldContain(tries);
        failure.IsTransient.ShouldBe(isTransient);
    }

    [Theory]
    [InlineData(0, null, true)]
    [InlineData(400, null, false)]
    [InlineData(409, null, true)]
    [InlineData(409, "ScopeLocked", false)]
    [InlineData(429, null, true)]
    [InlineData(503, null, true)]
    public void Leave_it_to_status_and_code_by_default(int status, string? code, bool isTransient) =>
        new AcrException("Refused.") { Status = status, ServiceCode = code }.IsTransient.ShouldBe(isTransient);
}
