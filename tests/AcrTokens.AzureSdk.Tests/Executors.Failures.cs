using System.Net;
using Azure;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>All executors report failures in the same words.</summary>
public abstract partial class Executors
{
    private const string Denied = """
        {"error":{"code":"AuthorizationFailed","message":"The client 'x' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/tokens/write' over scope 'y'."}}
        """;

    [Fact]
    public async Task Tell_of_a_missing_token()
    {
        await using var emulation = await Emulation.StartAsync();

        var failure = await Should.ThrowAsync<AcrException>(() =>
            Make(emulation).UpdateTokenAsync(emulation.Token, new() { Status = AcrTokenStatus.Disabled }, WaitUntil.Completed, default)
        );

        failure.Message.ShouldStartWith(
            "Could not update token 'a-token' of registry 'myregistry' (404 ResourceNotFound). It does not exist. The service says: The "
                + "resource a-token could not be found. Request id "
        );
        failure.ShouldSatisfyAllConditions(
            f => f.Status.ShouldBe(404),
            f => f.ServiceCode.ShouldBe("ResourceNotFound"),
            f => f.Operation.ShouldBe("update token 'a-token' of registry 'myregistry'"),
            f => f.Resource.ShouldBe(emulation.Token.ToString()),
            f => f.RequestId.ShouldNotBeNullOrEmpty(),
            f => f.NothingDone.ShouldBeTrue()
        );
    }

    [Fact]
    public async Task Tell_a_missing_registry_from_a_missing_token()
    {
        await using var emulation = await Emulation.StartAsync();
        var fabrikam = AcrResourceIds.Registry(emulation.Registry.SubscriptionId!, emulation.Registry.ResourceGroupName!, "fabrikam");
        var others = AcrResourceIds.Registry(emulation.Registry.SubscriptionId!, "others", "fabrikam");

        foreach (
            var (registry, message) in new[]
            {
                (fabrikam, "There is no registry 'fabrikam' in resource group 'my-resource-group'."),
                (others, "There is no resource group 'others' in the subscription."),
            }
        )
        {
            var executor = Make(emulation, registry);
            var token = AcrResourceIds.Token(registry, "a-token");

            (await Should.ThrowAsync<AcrException>(() => executor.GetRegistryAsync(registry, default))).Message.ShouldContain(message);
            (await Should.ThrowAsync<AcrException>(() => executor.GetTokenIfExistsAsync(token, default))).Message.ShouldContain(message);
            (await Should.ThrowAsync<AcrException>(() => executor.DeleteTokenAsync(token, WaitUntil.Completed, default))).Message.ShouldContain(
                message
            );
            (
                await Should.ThrowAsync<AcrException>(() => executor.ListTokensAsync(registry, Odd.Fails, default).ToListAsync().AsTask())
            ).Message.ShouldContain(message);
        }
    }

    [Fact]
    public async Task Name_a_missing_right_and_a_role_that_has_it()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.Answer("PUT tokens/", HttpStatusCode.Forbidden, Denied);

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Message.ShouldStartWith(
            "Could not create token 'a-token' of registry 'myregistry' (403 AuthorizationFailed). The credential lacks the right "
                + "'Microsoft.ContainerRegistry/registries/tokens/write'. The smallest built-in role that has it is "
        );
        failure.RequestId.ShouldBe("request-id-of-a-fault");
        failure.NothingDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Say_how_to_enable_an_admin_user()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);

        var read = await Should.ThrowAsync<AcrException>(() => executor.GetAdminCredentialAsync(emulation.Registry, default));
        var changed = await Should.ThrowAsync<AcrException>(() =>
            executor.RegenerateAdminCredentialAsync(emulation.Registry, AcrAdminPasswordName.Password, default)
        );

        read.Message.ShouldStartWith(
            "Could not read the admin credentials of registry 'myregistry' (400 UnAuthorizedForCredentialOperations). The registry's admin "
                + "user is disabled. Enable it (az acr update -n myregistry --admin-enabled true)"
        );
        changed.Message.ShouldStartWith(
            "Could not regenerate admin credential 'password' of registry 'myregistry' (400 UnAuthorizedForCredentialOperations)."
        );
    }

    [Fact]
    public async Task Obey_a_services_wish_to_wait()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Clock.LongestWait = TimeSpan.FromSeconds(20);
        emulation.Wire.Answer(
            "PUT tokens/",
            HttpStatusCode.Conflict,
            """{"error":{"code":"Busy","message":"not now"}}""",
            header: ("Retry-After", "7")
        );

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Message.ShouldStartWith(
            "Could not create token 'a-token' of registry 'myregistry' (409 Busy). Something else is changing it, or it is in use: try "
                + "again later. The service says: not now"
        );
        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Tell_of_a_delete_that_was_refused()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = Make(emulation);
        await CreateAsync(executor, emulation);
        emulation.Wire.Answer("DELETE tokens/", HttpStatusCode.Forbidden, Denied);

        var failure = await Should.ThrowAsync<AcrException>(() => executor.DeleteTokenAsync(emulation.Token, WaitUntil.Completed, default));

        failure.Message.ShouldStartWith("Could not delete token 'a-token' of registry 'myregistry' (403 AuthorizationFailed).");
        failure.NothingDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Leave_a_callers_cancellation_alone()
    {
        await using var emulation = await Emulation.StartAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Make(emulation).GetTokenIfExistsAsync(emulation.Token, new CancellationToken(true))
        );
    }

    [Fact]
    public async Task Tell_of_an_answer_that_never_came()
    {
        await using var emulation = await Emulation.StartAsync();
        emulation.Wire.LoseAnswer("PUT tokens/");

        var failure = await Should.ThrowAsync<AcrException>(() => CreateAsync(Make(emulation), emulation));

        failure.Message.ShouldMatch(
            "^Could not create token 'a-token' of registry 'myregistry': Resource Manager( at localhost:\\d+)? did not answer \\(the "
                + "connection was reset\\)\\. Check the network, the proxy and the cloud's endpoint\\.$"
        );
        failure.Status.ShouldBe(0);
        failure.NothingDone.ShouldBeFalse("it may have come all the same");
    }
}
