using Azure;
using Azure.ResourceManager;
using Azure.ResourceManager.ContainerRegistry;
using Azure.ResourceManager.ContainerRegistry.Models;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using NSubstitute.Extensions;

namespace AcrTokens.AzureSdk.Tests;

/// <summary>Which of the SDK's members are called, and how their special behaviour is handled.</summary>
public sealed class SdkCallsMade
{
    [Fact]
    public async Task Never_leave_the_waiting_to_the_first_call()
    {
        await using var emulation = await Emulation.StartAsync();
        var registry = new SubstituteSdk(emulation).Registry(emulation.Registry);
        var tokens = registry.GetContainerRegistryTokens();
        registry.Configure().GetContainerRegistryTokens().Returns(tokens);
        var executor = new SdkExecutor(registry, emulation.ClientOptions);

        await executor.CreateTokenAsync(
            emulation.Token,
            new() { ScopeMapId = emulation.Registry.ScopeMap("_repositories_pull") },
            WaitUntil.Completed,
            default
        );
        await executor.GenerateCredentialsAsync(emulation.Token, AcrTokenPasswordName.Password2, null, default);

        await tokens
            .Received(1)
            .CreateOrUpdateAsync(WaitUntil.Started, "a-token", Arg.Any<ContainerRegistryTokenData>(), Arg.Any<CancellationToken>());
        await registry
            .Received(1)
            .GenerateCredentialsAsync(
                WaitUntil.Started,
                Arg.Is<ContainerRegistryGenerateCredentialsContent>(c =>
                    c.TokenId == emulation.Token && c.Name == ContainerRegistryTokenPasswordName.Password2 && c.ExpireOn == null
                ),
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Follow_a_generation_that_takes_its_time()
    {
        await using var emulation = await Emulation.StartAsync();
        var result = ArmContainerRegistryModelFactory.ContainerRegistryGenerateCredentialsResult(
            null,
            [
                ArmContainerRegistryModelFactory.ContainerRegistryTokenPassword(name: ContainerRegistryTokenPasswordName.Password1),
                ArmContainerRegistryModelFactory.ContainerRegistryTokenPassword(
                    name: ContainerRegistryTokenPasswordName.Password2,
                    value: "a canary"
                ),
            ]
        );
        var operation = Substitute.For<ArmOperation<ContainerRegistryGenerateCredentialsResult>>();
        operation.HasCompleted.Returns(false, false, true);
        operation.UpdateStatusAsync(default).ReturnsForAnyArgs(new ValueTask<Response>(Substitute.For<Response>()));
        operation.Value.Returns(result);
        var registry = Registry(emulation);
        registry.GenerateCredentialsAsync(default, null!, default).ReturnsForAnyArgs(operation);

        var credentials = await new SdkExecutor(registry, emulation.ClientOptions).GenerateCredentialsAsync(
            emulation.Token,
            AcrTokenPasswordName.Password2,
            null,
            default
        );

        emulation.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(0.25)]);
        credentials.Username.ShouldBe("a-token");
        credentials.Find(AcrTokenPasswordName.Password1).ShouldBeNull();
        credentials.Find(AcrTokenPasswordName.Password2)!.Value!.Fingerprint.ShouldBe(new AcrSecret("a canary").Fingerprint);
    }

    [Fact]
    public async Task Show_a_refusal_that_has_no_answer_with_it()
    {
        await using var emulation = await Emulation.StartAsync();
        var registry = Registry(emulation);
        registry.GetAsync(default).ThrowsAsyncForAnyArgs(new RequestFailedException(403, "not you\nnor anybody", "AuthorizationFailed", null));

        var failure = await Should.ThrowAsync<AcrException>(() => new SdkExecutor(registry).GetRegistryAsync(emulation.Registry, default));

        failure.Message.ShouldBe(
            "Could not read registry 'myregistry' (403 AuthorizationFailed). The credential may not do that: grant it a role that has the "
                + "right. The service says: not you nor anybody."
        );
    }

    [Fact]
    public async Task Take_no_answer_at_all_for_absence()
    {
        await using var emulation = await Emulation.StartAsync();
        var registry = Registry(emulation);
        var tokens = Substitute.For<ContainerRegistryTokenCollection>();
        registry.GetContainerRegistryTokens().Returns(tokens);
        var none = Substitute.For<NullableResponse<ContainerRegistryTokenResource>>();
        tokens.GetIfExistsAsync(null!, default).ReturnsForAnyArgs(none);

        (await new SdkExecutor(registry).GetTokenIfExistsAsync(emulation.Token, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Do_with_answers_that_are_substituted()
    {
        await using var emulation = await Emulation.StartAsync();
        var registry = Registry(emulation);
        registry.Data.Returns(
            new ContainerRegistryData(Azure.Core.AzureLocation.WestEurope, new ContainerRegistrySku(ContainerRegistrySkuName.Premium))
        );
        registry.GetAsync(default).ReturnsForAnyArgs(Response.FromValue(registry, Substitute.For<Response>()));

        var read = await new SdkExecutor(registry).GetRegistryAsync(emulation.Registry, default);

        read.Sku.ShouldBe("Premium");
        read.ReadOn.ShouldBeNull();
    }

    [Theory]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(ArgumentNullException))]
    [InlineData(typeof(ArgumentOutOfRangeException))]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(System.Text.Json.JsonException))]
    public async Task Tell_of_an_answer_that_the_sdk_cannot_read(Type type)
    {
        var thrown = (Exception)Activator.CreateInstance(type)!;
        await using var emulation = await Emulation.StartAsync();
        var registry = Registry(emulation);
        registry.GetAsync(default).ThrowsAsyncForAnyArgs(thrown);

        var failure = await Should.ThrowAsync<AcrException>(() => new SdkExecutor(registry).GetRegistryAsync(emulation.Registry, default));

        failure.Message.ShouldBe("Could not read registry 'myregistry': Resource Manager's answer cannot be read.");
        failure.InnerException.ShouldBe(thrown);
    }

    [Fact]
    public async Task Leave_other_peoples_exceptions_alone()
    {
        await using var emulation = await Emulation.StartAsync();
        var registry = Registry(emulation);
        registry.GetAsync(default).ThrowsAsyncForAnyArgs(new NotSupportedException("not ours"));

        (
            await Should.ThrowAsync<NotSupportedException>(() => new SdkExecutor(registry).GetRegistryAsync(emulation.Registry, default))
        ).Message.ShouldBe("not ours");
    }

    [Fact]
    public async Task Stay_with_the_registry_that_they_were_made_for()
    {
        await using var emulation = await Emulation.StartAsync();
        var executor = new SdkExecutor(Registry(emulation));
        var fabrikam = AcrResourceIds.Registry(emulation.Registry.SubscriptionId!, emulation.Registry.ResourceGroupName!, "fabrikam");

        var failure = await Should.ThrowAsync<AcrException>(() => executor.GetTokenIfExistsAsync(AcrResourceIds.Token(fabrikam, "a-token"), default));

        failure.Message.ShouldBe(
            $"This client was created for registry 'myregistry' only, not for '{fabrikam}': create it from an ArmClient, or name that registry."
        );
        failure.NothingDone.ShouldBeTrue();
        (await executor.ListRegistriesAsync(Guid.Empty.ToString(), Odd.Fails, default).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Say_nothing_of_rights()
    {
        await using var emulation = await Emulation.StartAsync();

        (await new SdkExecutor(Registry(emulation)).GetPermissionsAsync(emulation.Registry, default)).ShouldBeNull();
    }

    [Fact]
    public void Ask_for_a_substitutes_id() =>
        Should
            .Throw<ArgumentException>(() => new SdkExecutor(Substitute.For<ContainerRegistryResource>()))
            .Message.ShouldStartWith("The registry has no Id: give a substitute one.");

    private static ContainerRegistryResource Registry(Emulation emulation)
    {
        var registry = Substitute.For<ContainerRegistryResource>();
        registry.Id.Returns(emulation.Registry);
        return registry;
    }
}
